import './network.css';
import { lazy, useMemo } from 'react';
import { useLocation } from 'wouter';
import { areTwoIds, TWO_IDS_EXAMPLE, useTwo } from '../../address/two-ids.js';
import { Untaken } from '../../address/untaken.js';
import { useLink, useParameter } from '../../address/use-parameters.js';
import { Answer } from '../../ask/answer.js';
import { FaultBox } from '../../ask/fault-box.js';
import { failureOf } from '../../ask/fault.js';
import { LeftOut } from '../../ask/left-out.js';
import { Waiting } from '../../ask/waiting.js';
import { useChosenFacts } from '../../choice/fact-choice.js';
import type { FactFilter } from '../../entities/kinds.js';
import { FactsOfTwo } from '../../facts/facts-of-two.js';
import { useLanguage, useTexts } from '../../texts/use-texts.js';
import { Title } from '../title.js';
import { NETWORK, type Asked, type Drawn } from './drawn.js';
import { HiddenNodes } from './hidden-nodes.js';
import { NetworkChoice, useNetworkChoice } from './network-choice.js';
import { NetworkData } from './network-data.js';
import { NetworkTables } from './network-tables.js';
import { useWays } from './use-ways.js';
import { WaysBetween } from './ways-between.js';

const NetworkPicture = lazy(() => import('./network-picture.js'));

// Edges for each node, so that a picture stays readable; the others are counted.
const EDGES_A_NODE = 3;

/** Who is tied to whom in the chosen facts: countries alone, or countries with what ties them. */
export default function NetworkPage() {
  const { network: texts } = useTexts();
  const { api: lang } = useLanguage();
  const filter = useChosenFacts();
  const { second, nodes } = useNetworkChoice();
  const [focus] = useParameter('country');
  const { actors: _, ...unfocused } = filter;
  const variables = useMemo<Asked>(
    () => ({
      filter: unfocused,
      lang,
      nodes,
      edges: nodes * EDGES_A_NODE,
      focus,
      mode: second === null ? 'ONE_MODE' : 'TWO_MODE',
      with: second,
    }),
    [JSON.stringify(unfocused), lang, nodes, focus, second],
  );
  return (
    <>
      <Title>{texts.title}</Title>
      <p>{texts.lead}</p>
      <NetworkChoice />
      <Untaken name="edge" among={[TWO_IDS_EXAMPLE]} taken={areTwoIds} />
      <Answer to={NETWORK} variables={variables}>
        {({ network }) => <Shown network={network} asked={variables} filter={filter} unfocused={unfocused} />}
      </Answer>
    </>
  );
}

function Shown({
  network,
  asked,
  filter,
  unfocused,
}: {
  readonly network: Drawn;
  readonly asked: Asked;
  readonly filter: FactFilter;
  readonly unfocused: FactFilter;
}) {
  const { network: texts } = useTexts();
  const link = useLink();
  const [, go] = useLocation();
  const [edge, setEdge] = useTwo('edge', areTwoIds);
  const asking = useWays(unfocused, asked.with ?? null);
  return (
    <>
      {network.nodes.length > 0 && (
        <NetworkPicture
          network={network}
          ways={asking?.ways?.nodes ?? NO_WAYS}
          chosen={edge}
          onNode={(id) => go(link(`/${id}`))}
          onEdge={setEdge}
        />
      )}
      <p className="aside">{texts.shown(network.nodes.length, network.nodeCount)}</p>
      <HiddenNodes network={network} asked={asked} />
      <NetworkData network={network} asked={asked} />
      {asking?.ways && <WaysBetween ways={asking.ways} />}
      {asking?.fetching && !asking.ways && <Waiting />}
      {asking?.error && !asking.fetching && (
        <FaultBox failure={failureOf(asking.error)} onAgain={asking.again} />
      )}
      {edge !== null && (
        <FactsOfTwo two={edge} filter={{ ...filter, ...between(edge) }} onClose={() => setEdge(null)} />
      )}
      <NetworkTables network={network} onEdge={setEdge} />
      <LeftOut because={network.emptyBecause} leftOut={network.leftOut} />
    </>
  );
}

const NO_WAYS: readonly never[] = [];

/** The facts behind an edge: of both ends, by what sort of thing each is. */
function between(edge: string) {
  const [actors, others] = [[] as string[], {} as Record<string, unknown>];
  for (const id of edge.split(',')) {
    if (id.startsWith('topic/')) others['topics'] = { ids: [id] };
    else if (id.startsWith('meeting/')) others['meeting'] = id;
    else if (id.startsWith('initiative/')) others['initiative'] = id;
    else actors.push(id);
  }
  return { ...others, actors: { ids: actors, every: true } };
}
