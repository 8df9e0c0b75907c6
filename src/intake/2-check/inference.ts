import { claimOf, type Claim } from '../../model/claim.js';
import type { Row } from '../1-read/row.js';
import type { Report } from './report.js';
import type { Statement } from './statement.js';

/** Other words for what a claim is about, in inferredFrom. */
const MEANS: Readonly<Record<string, string>> = { origin: 'grewOutOf' };

/** What a claim may be inferred from: a statement of the same group, or a claim that was made before. */
type Premise = Statement | { readonly about: string; readonly id: string };

const isStatement = (premise: Premise): premise is Statement => !('id' in premise);

/** What was said of a thing, and whether a row of it is at fault. */
interface Spoken {
  readonly claims: readonly { readonly about: string; readonly id: string }[];
  readonly unread: boolean;
}

/** Claims that others are inferred from: only of those things that a cell inferredFrom names. */
export class Premises {
  private readonly spoken = new Map<string, Spoken>();

  constructor(private readonly isNamed: (target: string) => boolean) {}

  of(target: string): Spoken | undefined {
    return this.spoken.get(target);
  }

  /** Keeps what was made of a group. */
  keep({ rowsOf }: Group, claims: readonly Claim[], report: Report): void {
    for (const target of new Set([...rowsOf.keys(), ...claims.map((claim) => claim.target)])) {
      if (!this.isNamed(target)) continue;
      const own = claims.filter((claim) => claim.target === target).map(({ about, id }) => ({ about, id }));
      const unread = (rowsOf.get(target) ?? []).some((row) => report.isFaulty(row));
      this.spoken.set(target, { claims: own, unread });
    }
  }
}

/** What is said of the things of one group, and the rows that state them. */
export interface Group {
  readonly statements: readonly Statement[];
  /** By the id that they give. */
  readonly rowsOf: ReadonlyMap<string, readonly Row[]>;
}

/** The premises of each statement, as `target#about` names them. */
function premisesOf(
  { statements, rowsOf }: Group,
  before: Premises,
  report: Report,
): ReadonlyMap<Statement, readonly Premise[]> {
  const found = new Map<Statement, readonly Premise[]>();
  const told = new Set<string>();
  for (const statement of statements) {
    const { row, evidence } = statement;
    if (evidence.inferredFrom.length === 0) continue;
    const premises = evidence.inferredFrom.flatMap((written): readonly Premise[] => {
      const [target = '', as = ''] = written.split('#', 2);
      const about = MEANS[as] ?? as;
      const spoken = before.of(target);
      const all: readonly Premise[] = spoken?.claims ?? statements.filter((other) => other.target === target);
      const own = all.filter(
        (other) => about !== '' && (other.about === about || other.about.startsWith(`${about}:`)),
      );
      const unread = spoken?.unread ?? (rowsOf.get(target) ?? []).some((one) => report.isFaulty(one));
      const place = `${row.file}:${row.line}:${written}`;
      if (own.length === 0 && !unread && !told.has(place)) {
        told.add(place);
        const message = `No row makes the claim "${written}"; write target#about of a claim in these files, for example cooperation/x#existence.`;
        report.fault(row, 'inferredFrom', message);
      }
      return own;
    });
    found.set(statement, premises);
  }
  return found;
}

/**
 * Gives claims their ids, premises first, since an id holds those of its premises; a circle is a fault. What the group is
 * inferred from outside of it must have been made before.
 */
export function claimsOf(group: Group, before: Premises, report: Report): Claim[] {
  const premises = premisesOf(group, before, report);
  const claims = new Map<Statement, Claim>();
  const underWay = new Set<Statement>();
  const stack: Statement[] = [];
  const idOf = (premise: Premise): string | undefined =>
    isStatement(premise) ? claims.get(premise)?.id : premise.id;
  for (const start of group.statements) {
    stack.push(start);
    for (let statement = stack.at(-1); statement; statement = stack.at(-1)) {
      const own = premises.get(statement) ?? [];
      const waiting = own.filter(isStatement).filter((premise) => !claims.has(premise));
      const circle = waiting.find((premise) => underWay.has(premise) || premise === statement);
      if (claims.has(statement)) stack.pop();
      else if (waiting.length === 0 || circle) {
        if (circle) {
          const message = `What is inferred here leads back to itself by way of ${circle.target}#${circle.about}; take one premise out.`;
          report.fault(statement.row, 'inferredFrom', message);
        }
        const inferredFrom = own.flatMap((premise) => idOf(premise) ?? []);
        const { target, about, value, evidence } = statement;
        const unique = [...new Set(inferredFrom)].sort();
        claims.set(statement, claimOf({ target, about, value, ...evidence, inferredFrom: unique }));
        underWay.delete(statement);
        stack.pop();
      } else {
        underWay.add(statement);
        stack.push(...waiting);
      }
    }
  }
  return [...claims.values()];
}
