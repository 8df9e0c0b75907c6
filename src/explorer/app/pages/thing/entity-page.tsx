import './thing.css';
import { Untaken } from '../../address/untaken.js';
import { useParameter, useStatedOnly } from '../../address/use-parameters.js';
import { factsOf, type EntityKind, type FactFilter, type FactKind } from '../../entities/kinds.js';
import { Claims } from '../../facts/claims.js';
import { FactList } from '../../facts/fact-list.js';
import { useTexts } from '../../texts/use-texts.js';
import { Title } from '../title.js';
import { Breakdown } from './breakdown.js';
import type { Described } from './described.js';
import { Elsewhere } from './elsewhere.js';
import { Details } from './details.js';
import { OfKind } from './kinds/of-kind.js';
import { Neighbours } from './neighbours.js';
import { OverTime } from './over-time.js';
import { TakeAway } from './take-away.js';

/** Whether a text is the id of a topic, as far as can be seen from it. */
const isTopicId = (text: string): boolean => /^topic\/[^/\s]+$/.test(text);

/** An entity: what it is, what it is tied to, its facts by kind, topic and time, and where all that comes from. */
export function EntityPage({ entity }: { readonly entity: Described }) {
  const { words, thing } = useTexts();
  const [statedOnly] = useStatedOnly();
  const [askedKind] = useParameter('kind');
  const [askedTopic] = useParameter('topic');
  const kinds = Object.keys(words.FactKind) as FactKind[];
  const kind = kinds.find((each) => each === askedKind) ?? null;
  const topic = askedTopic !== null && isTopicId(askedTopic) ? askedTopic : null;
  const own = factsOf(entity.__typename, entity.id);
  const filter = own && narrowed(own, { statedOnly, kind, topic });
  return (
    <article className="thing">
      <Title beside={<span className="kind">{words.EntityKind[entity.__typename as EntityKind]}</span>}>
        {entity.name}
      </Title>
      <Details entity={entity} />
      <Elsewhere kind={entity.__typename} id={entity.id} />
      <OfKind entity={entity} />
      {filter && (
        <section>
          <h2>{thing.facts}</h2>
          <Untaken name="kind" among={kinds} />
          <Untaken name="topic" among={['topic/patents']} taken={isTopicId} />
          <Breakdown filter={filter} by="KIND" parameter="kind" />
          {entity.__typename !== 'Topic' && <Breakdown filter={filter} by="TOPIC" parameter="topic" />}
          <OverTime filter={filter} />
          <FactList key={JSON.stringify(filter)} filter={filter} />
          <TakeAway filter={filter} />
        </section>
      )}
      <Neighbours id={entity.id} />
      <section>
        <h2>{thing.evidence}</h2>
        <Claims id={entity.id} none={thing.fromLists} />
      </section>
    </article>
  );
}

/** The facts of the thing, of the kind and topic that the address names, and only stated ones where it says so. */
function narrowed(
  own: FactFilter,
  { statedOnly, kind, topic }: { statedOnly: boolean; kind: FactKind | null; topic: string | null },
): FactFilter {
  return {
    ...own,
    ...(kind === null ? {} : { kinds: [kind] }),
    ...(topic === null ? {} : { topics: { ids: [topic] } }),
    ...(statedOnly ? { evidence: { ...own.evidence, minCertainty: 'STATED' as const } } : {}),
  };
}
