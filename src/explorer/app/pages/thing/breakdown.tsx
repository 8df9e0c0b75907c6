import { useParameter } from '../../address/use-parameters.js';
import { Answer } from '../../ask/answer.js';
import { graphql } from '../../ask/graphql.js';
import type { FactFilter, FactKind } from '../../entities/kinds.js';
import { useLanguage, useTexts } from '../../texts/use-texts.js';

const COUNTS = graphql(`
  query Counts($filter: FactFilter, $by: Dimension!, $lang: Language!) {
    statistics(by: $by, filter: $filter, first: 12) {
      groups {
        value
        facts
        node {
          name(lang: $lang)
        }
      }
      other {
        facts
        groups
      }
    }
  }
`);

/** How many facts fall to each kind or topic, as buttons that narrow the page to one of them. */
export function Breakdown({
  filter,
  by,
  parameter,
  heading,
}: {
  readonly filter: FactFilter;
  readonly by: 'KIND' | 'TOPIC';
  readonly parameter: string;
  /** Stands over the buttons where there are any. */
  readonly heading?: string;
}) {
  const { words, thing, frame } = useTexts();
  const { api: lang } = useLanguage();
  const [chosen, choose] = useParameter(parameter);
  return (
    <Answer to={COUNTS} variables={{ filter, by, lang }}>
      {({ statistics: { groups } }) =>
        (groups.length > 1 || chosen !== null) && (
          <>
            {heading !== undefined && <h3>{heading}</h3>}
            <div className="choices" role="group" aria-label={by === 'KIND' ? thing.byKind : thing.byTopic}>
              {chosen !== null && (
                <button type="button" onClick={() => choose(null)}>
                  {frame.all}
                </button>
              )}
              {groups.map(({ value, facts, node }) => (
                <button
                  key={value}
                  type="button"
                  aria-pressed={chosen === value}
                  onClick={() => choose(chosen === value ? null : value)}
                >
                  <bdi>{by === 'KIND' ? words.FactKind[value as FactKind] : (node?.name ?? value)}</bdi>{' '}
                  <span className="count">{facts}</span>
                </button>
              ))}
            </div>
          </>
        )
      }
    </Answer>
  );
}
