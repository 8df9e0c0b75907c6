import type { FactKind } from '../../../src/model/declaration.js';
import { FACT_KINDS } from '../../../src/model/kinds.js';
import type { Random } from '../random.js';
import { funding, involvement, membership, participation } from './deeds.js';
import type { Draw, Drawn } from './draw.js';
import { cooperation, exchange } from './ties.js';
import { discussion, documentAct, finding, mention, position, purpose, succession } from './words.js';

interface Kind {
  /** How many of a thousand facts are of it. */
  readonly share: number;
  readonly draw: (from: Draw) => Drawn;
}

/** How facts of each kind are drawn. */
export const KINDS_DRAWN: Readonly<Record<string, Kind>> = {
  Exchange: { share: 220, draw: exchange },
  Cooperation: { share: 220, draw: cooperation },
  Participation: { share: 180, draw: participation },
  Involvement: { share: 90, draw: involvement },
  Funding: { share: 80, draw: funding },
  Position: { share: 70, draw: position },
  Discussion: { share: 50, draw: discussion },
  DocumentAct: { share: 25, draw: documentAct },
  Mention: { share: 30, draw: mention },
  Finding: { share: 10, draw: finding },
  Purpose: { share: 10, draw: purpose },
  Succession: { share: 10, draw: succession },
  Membership: { share: 5, draw: membership },
};

const SHARES = FACT_KINDS.flatMap((kind) => {
  const drawn = KINDS_DRAWN[kind.kind];
  // A kind that the product gains is refused here rather than missing from the world.
  if (!drawn) throw new Error(`kinds-drawn.ts does not say how a ${kind.kind} is drawn.`);
  return Array.from({ length: drawn.share }, () => kind);
});

/** The kind of the next fact. */
export const kindDrawn = (random: Random): FactKind => random.oneOf(SHARES);
