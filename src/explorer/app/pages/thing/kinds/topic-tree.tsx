import { graphql, type ResultOf } from '../../../ask/graphql.js';
import { EntityLink, LINKED } from '../../../entities/entity-link.js';
import { useLanguage, useTexts } from '../../../texts/use-texts.js';
import { Section } from './section.js';
import { useEvidence, withEvidence } from './stated.js';

const TREE = graphql(
  `
    query TopicTree($topic: ID!, $filter: FactFilter, $lang: Language!) {
      topic(id: $topic) {
        ...Counted
        broader {
          ...Counted
          broader {
            ...Counted
            broader {
              ...Counted
            }
          }
        }
        narrower {
          ...Counted
          narrower {
            ...Counted
            narrower {
              ...Counted
            }
          }
        }
      }
    }
    fragment Counted on Topic {
      ...Linked
      facts(first: 1, filter: $filter) {
        totalCount {
          count
        }
      }
    }
  `,
  [LINKED],
);

type Here = NonNullable<ResultOf<typeof TREE>['topic']>;
type Counted = Pick<Here, '__typename' | 'id' | 'name' | 'nameLanguage' | 'facts'>;
interface Up extends Counted {
  readonly broader?: readonly Up[];
}
interface Down extends Counted {
  readonly narrower?: readonly Down[];
}

/** A topic between its broader and its narrower ones, each with the number of facts on it or beneath it. */
export function TopicTree({ topic }: { readonly topic: string }) {
  const { kinds } = useTexts();
  const { api: lang } = useLanguage();
  const filter = withEvidence(useEvidence());
  return (
    <Section title={kinds.tree} to={TREE} variables={{ topic, filter, lang }}>
      {({ topic: here }) => {
        if (here === null || here.broader.length + here.narrower.length === 0) return null;
        return (
          <>
            <ul className="topic-tree">
              {here.broader.length === 0 ? (
                <Below topic={here} here />
              ) : (
                here.broader.map((up) => <Above key={up.id} path={[up]} here={here} />)
              )}
            </ul>
            <p className="aside">{kinds.treeCounts}</p>
          </>
        );
      }}
    </Section>
  );
}

/** One way up, from the broadest down to the topic of the page; a topic with two broader ones stands under each. */
function Above({ path, here }: { readonly path: readonly [Up, ...Up[]]; readonly here: Here }) {
  const [top] = path;
  if (top.broader && top.broader.length > 0)
    return top.broader.map((up) => <Above key={up.id} path={[up, ...path]} here={here} />);
  const [first, ...others] = path;
  const nested = (below: readonly Up[]): React.ReactNode => {
    const [next, ...further] = below;
    return (
      <ul>
        {next ? (
          <li>
            <OneTopic topic={next} />
            {nested(further)}
          </li>
        ) : (
          <Below topic={here} here />
        )}
      </ul>
    );
  };
  return (
    <li>
      <OneTopic topic={first} />
      {nested(others)}
    </li>
  );
}

function Below({ topic, here = false }: { readonly topic: Down; readonly here?: boolean }) {
  return (
    <li>
      <OneTopic topic={topic} here={here} />
      {topic.narrower && topic.narrower.length > 0 && (
        <ul>
          {topic.narrower.map((narrower) => (
            <Below key={narrower.id} topic={narrower} />
          ))}
        </ul>
      )}
    </li>
  );
}

function OneTopic({ topic, here = false }: { readonly topic: Counted; readonly here?: boolean }) {
  const { thing } = useTexts();
  const count = topic.facts.totalCount?.count;
  return (
    <>
      {here ? (
        <strong aria-current="page">
          <bdi>{topic.name}</bdi>
        </strong>
      ) : (
        <EntityLink entity={topic} />
      )}{' '}
      {count !== undefined && <span className="aside">{thing.count(count)}</span>}
    </>
  );
}
