import { Paragraph } from '../../../model/entities/paragraph.js';
import { kindNamed } from '../../../model/kinds.js';
import type { CooperationLeg, ExchangeLeg } from '../../../model/rules/after-exchange.js';
import { dateOf } from '../../../model/rules/order.js';
import type { Certainty } from '../../../model/values/certainty.js';
import { BOUNDS } from '../../../model/values/period.js';
import { cypher, joined, nameOf, nothing, type Fragment } from '../../cypher.js';
import { ITSELF_OR_TWIN } from '../identity.js';
import { isForbidden } from '../passing-on.js';
import { project, type NodeRow, type Projection } from '../projection.js';

const SCALARS = [
  'id',
  'certainty',
  'status',
  'conflicts',
  'stage',
  'modality',
  ...BOUNDS,
  'ongoing',
  'edtf',
  'notBefore',
  'notAfter',
];

/** A leg with the row of the fact that the client asked for. */
export type WithNode<L> = L & { readonly node: NodeRow };

/** How to read one fact as a leg. */
export interface LegBlock<L> {
  readonly expression: Fragment;
  decode(list: readonly unknown[]): WithNode<L>;
}

/** All of a fact that the rules weigh: bounds, meetings, roles of the pair, evidence, and what it is inferred from. */
function legExpression(variable: 'e' | 'c', own: Fragment, node: Fragment): Fragment {
  const v = nameOf(variable);
  const scalars = joined(
    SCALARS.map((name) => cypher`${v}.${nameOf(name)}`),
    ', ',
  );
  return cypher`[${scalars},
  [(${v})<-[:STATES]-(k:Claim) WHERE k.endedAt IS NULL AND k.status = 'ACCEPTED' |
    [k.id, k.about, k.certainty, k.stance, [(k)-[:INFERRED_FROM*1..6]->(g:Claim) | g.id], [(k)-[:CITES]->(d:Entity)-[:PART_OF*0..4]->(w) | [d.id, w.id, d.redistribution, d.conflicts]]]],
  ${own}${node}]`;
}

type Cited = [id: string, whole: string, redistribution: string | null, conflicts: string[] | null];
type ClaimRow = [string, string, Certainty, string, string[], Cited[]];

const isParagraph = (id: string): boolean => id.startsWith(`${Paragraph.prefix}/`);

function decodeLeg(list: readonly unknown[]): Record<string, unknown> {
  const leg: Record<string, unknown> = {};
  SCALARS.forEach((name, i) => (leg[name] = list[i]));
  const claims = list[SCALARS.length] as ClaimRow[];
  const supporting = claims.filter(([, about, , stance]) => about === 'existence' && stance === 'SUPPORTS');
  const cited = supporting.flatMap((claim) => claim[5]);
  const bound = (name: (typeof BOUNDS)[number]): string | null =>
    (leg[name] as string | null | undefined) ?? null;
  const period = {
    startMin: bound('startMin'),
    startMax: bound('startMax'),
    endMin: bound('endMin'),
    endMax: bound('endMax'),
    ongoing: leg['ongoing'] === true,
    edtf: leg['edtf'] ?? null,
    notBefore: leg['notBefore'] ?? [],
    notAfter: leg['notAfter'] ?? [],
  };
  return {
    ...leg,
    period,
    key: `${dateOf(period)}|${leg['id'] as string}`,
    // A cited paragraph stands for those that hold it too; a cited document only for itself.
    documents: [...new Set(cited.map(([id]) => id).filter((id) => !isParagraph(id)))].sort(),
    paragraphs: [...new Set(cited.map(([, id]) => id).filter(isParagraph))].sort(),
    withheld: cited.every(([id, , ...licence]) => isParagraph(id) || isForbidden(...licence)),
    evidence: {
      existence: supporting.map(([id, , certainty, , inferredFrom]) => ({ id, certainty, inferredFrom })),
      claims: new Set(claims.map(([id]) => id)),
    },
    grounds: new Map(claims.map(([id, , , , inferredFrom]) => [id, inferredFrom])),
  };
}

const nodeBlock = (
  variable: string,
  kind: string,
  projection: Projection | null,
): ReturnType<typeof project> | null => {
  const declared = kindNamed(kind);
  return projection && declared ? project(variable, [declared], projection) : null;
};

/** The exchange `e` as a leg of the pair `a` and `b`, or with the roles of all its countries. */
export function exchangeBlock(
  projection: Projection | null,
  countries: 'PAIR' | 'ALL' = 'PAIR',
): LegBlock<ExchangeLeg> {
  const node = nodeBlock('e', 'Exchange', projection);
  return {
    expression: legExpression(
      'e',
      cypher`[(e)-[r:FOR]->(x:Country) WHERE r.own${countries === 'PAIR' ? cypher` AND x.id IN [a.id, b.id]` : nothing} | [x.id, r.roles]],
  [(e)-[:AT]->(:Meeting)-[:PART_OF*0..6]->(m:Meeting) | [m.id, m.meetingForm = 'SERIES']]`,
      node ? cypher`, ${node.expression}` : nothing,
    ),
    decode(list) {
      const [roles, chain, row] = list.slice(SCALARS.length + 1) as [
        [string, string[]][],
        [string, boolean | null][],
        unknown[] | undefined,
      ];
      const leg = decodeLeg(list);
      return {
        ...leg,
        events: [leg['id'] as string, ...chain.map(([id]) => id)],
        meetings: chain.filter(([, series]) => series !== true).map(([id]) => id),
        roles: Object.fromEntries(roles),
        node: node && row ? node.decode(row) : { kind: 'Exchange', id: leg['id'] as string },
      } as unknown as WithNode<ExchangeLeg>;
    },
  };
}

/** The cooperation `c` as a leg; `together` counts what is possibly the same as its topics among them. */
export function cooperationBlock(projection: Projection | null, together = false): LegBlock<CooperationLeg> {
  const node = nodeBlock('c', 'Cooperation', projection);
  return {
    expression: legExpression(
      'c',
      cypher`[(c)-[r:GREW_OUT_OF]->(o) | [o.id, r.certainty]], [(c)-[:UNDER]->${together ? cypher`(:Topic)${ITSELF_OR_TWIN}(t:Topic)` : cypher`(t:Topic)`} | t.id]`,
      node ? cypher`, ${node.expression}` : nothing,
    ),
    decode(list) {
      const [origins, under, row] = list.slice(SCALARS.length + 1) as [
        [string, Certainty][],
        string[],
        unknown[] | undefined,
      ];
      const leg = decodeLeg(list);
      return {
        ...leg,
        stage: leg['stage'] ?? null,
        events: [leg['id'] as string],
        origins: origins.map(([id, certainty]) => ({ id, certainty })).sort((x, y) => (x.id < y.id ? -1 : 1)),
        under,
        node: node && row ? node.decode(row) : { kind: 'Cooperation', id: leg['id'] as string },
      } as unknown as WithNode<CooperationLeg>;
    },
  };
}
