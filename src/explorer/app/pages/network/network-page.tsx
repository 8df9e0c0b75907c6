import './network.css';
import { lazy, useMemo } from 'react';
import { useLocation } from 'wouter';
import { useLink, useParameter } from '../../address/use-parameters.js';
import { Answer } from '../../ask/answer.js';
import { LeftOut } from '../../ask/left-out.js';
import { FactChoice, useChosenFacts } from '../../choice/fact-choice.js';
import { FactList } from '../../facts/fact-list.js';
import { useLanguage, useTexts } from '../../texts/use-texts.js';
import { Title } from '../title.js';
import { NETWORK } from './drawn.js';
import { NetworkTables } from './network-tables.js';

const NetworkPicture = lazy(() => import('./network-picture.js'));

const WITH = ['AGENCY', 'INITIATIVE', 'MEETING', 'TOPIC'] as const;
const SIZES = [50, 100, 200, 500];
// Edges for each node, so that a picture stays readable; the others are counted.
const EDGES_A_NODE = 3;

/** Who is tied to whom in the chosen facts: countries alone, or countries with what ties them. */
export default function NetworkPage() {
  const { network: texts, ties } = useTexts();
  const { api: lang } = useLanguage();
  const link = useLink();
  const [, go] = useLocation();
  const filter = useChosenFacts();
  const [asked, setWith] = useParameter('with');
  const second = WITH.find((each) => each === asked) ?? null;
  const [focus] = useParameter('country');
  const [size, setSize] = useParameter('nodes');
  const nodes = SIZES.find((each) => String(each) === size) ?? 50;
  const [edge, setEdge] = useParameter('edge');
  const { actors: _, ...unfocused } = filter;
  const variables = useMemo(
    () => ({
      filter: unfocused,
      lang,
      nodes,
      edges: nodes * EDGES_A_NODE,
      focus,
      mode: second === null ? ('ONE_MODE' as const) : ('TWO_MODE' as const),
      with: second,
    }),
    [JSON.stringify(unfocused), lang, nodes, focus, second],
  );
  return (
    <>
      <Title>{texts.title}</Title>
      <p>{texts.lead}</p>
      <FactChoice>
        <label className="one-choice">
          <span className="label">{texts.with}</span>
          <select value={second ?? ''} onChange={({ target }) => setWith(target.value)}>
            <option value="">{texts.countriesOnly}</option>
            {WITH.map((each) => (
              <option key={each} value={each}>
                {texts.withEach[each]}
              </option>
            ))}
          </select>
        </label>
        <label className="one-choice">
          <span className="label">{texts.most}</span>
          <select value={nodes} onChange={({ target }) => setSize(target.value)}>
            {SIZES.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
      </FactChoice>
      <Answer to={NETWORK} variables={variables}>
        {({ network }) => (
          <>
            {network.nodes.length > 0 && (
              <NetworkPicture
                network={network}
                chosen={edge}
                onNode={(id) => go(link(`/${id}`))}
                onEdge={setEdge}
              />
            )}
            <p className="aside">
              {texts.shown(network.nodes.length, network.nodeCount)} {texts.explained}
            </p>
            {edge !== null && (
              <section className="pair-facts">
                <h2>
                  {ties.between}{' '}
                  <button type="button" className="quiet" onClick={() => setEdge(null)}>
                    {ties.close}
                  </button>
                </h2>
                <FactList key={edge} filter={{ ...filter, ...between(edge) }} />
              </section>
            )}
            <NetworkTables network={network} onEdge={setEdge} />
            <LeftOut because={network.emptyBecause} leftOut={network.leftOut} />
          </>
        )}
      </Answer>
    </>
  );
}

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
