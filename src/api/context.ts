import type { Logger } from 'pino';
import type { Asking, Door } from '../graph/door.js';
import type { Purse } from './limits/budget.js';

/** What one request carries from its start to its answer; nothing of it is shared with another. */
export interface ApiContext {
  readonly requestId: string;
  readonly door: Door;
  /** Goes into every call of the door. */
  readonly asking: Asking & { operation?: string | undefined };
  /** Batch loaders of this request by name; see `loaderOf`. */
  readonly loaders: Map<string, unknown>;
  readonly log: Logger;
  /** Names of the statements sent so far. */
  readonly statements: string[];
  /** The client's budget; none where it is not limited. */
  readonly purse: Purse | undefined;
  /** Found out on the way; an object of its own, since Apollo copies the context and copies do not share numbers. */
  readonly weighed: { cost: number; variablesFit: boolean };
}

interface ContextParts {
  readonly requestId: string;
  readonly door: Door;
  readonly log: Logger;
  readonly signal?: AbortSignal;
  readonly purse?: Purse | undefined;
}

/** The context of a new request. */
export function contextFor({ requestId, door, log, signal, purse }: ContextParts): ApiContext {
  const statements: string[] = [];
  return {
    requestId,
    door,
    asking: { requestId, signal, operation: undefined, count: (name) => void statements.push(name) },
    loaders: new Map(),
    log,
    statements,
    purse,
    weighed: { cost: 0, variablesFit: true },
  };
}

/** The loader of this request under a name, made when it is first asked for. */
export function loaderOf<T>(context: ApiContext, name: string, make: (context: ApiContext) => T): T {
  if (!context.loaders.has(name)) context.loaders.set(name, make(context));
  return context.loaders.get(name) as T;
}
