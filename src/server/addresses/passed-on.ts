import type { GraphQLSchema } from 'graphql';
import type { Asking, Door } from '../../graph/door.js';
import { withheldAmong, type Withheld } from '../../graph/reads/passing-on.js';
import { passableDocument, type PassableDocument } from '../../publish/passable.js';
import { idsShown, takenOut } from '../../publish/taken-out.js';
import type { Ask } from './asked.js';

const made = new WeakMap<GraphQLSchema, Map<string, PassableDocument>>();

/** Saved operations and our own questions only: few texts. */
function passableOf(schema: GraphQLSchema, text: string): PassableDocument {
  const known = made.get(schema) ?? new Map<string, PassableDocument>();
  made.set(schema, known);
  const found = known.get(text) ?? passableDocument(schema, text);
  known.set(text, found);
  return found;
}

/**
 * The one way by which what is given to others leaves out what they may not have: questions are asked of facts that may be
 * passed on, and things and claims that an answer names beside those are taken out of it.
 */
export function askPassable(
  ask: Ask,
  { sources }: Withheld,
  { schema, door, asking }: { readonly schema: GraphQLSchema; readonly door: Door; readonly asking: Asking },
): Ask {
  if (sources.length === 0) return ask;
  const forbidden = new Set(sources);
  const sent: Ask['sent'] = (text, args) => {
    const document = passableOf(schema, text);
    return { text: document.text, variables: document.variablesOf(args) };
  };
  const passable = async (...[text, args]: Parameters<Ask>): ReturnType<Ask> => {
    const { text: asked, variables } = sent(text, args);
    const { data, extensions } = await ask(asked, variables);
    const withheld = await withheldAmong(door, asking, idsShown(data));
    return { data: takenOut(data, passableOf(schema, text).selected, withheld, forbidden), extensions };
  };
  return Object.assign(passable, { sent });
}
