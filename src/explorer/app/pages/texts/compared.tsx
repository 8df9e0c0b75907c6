import { Link } from 'wouter';
import { useLink, useParameter } from '../../address/use-parameters.js';
import { Answer } from '../../ask/answer.js';
import { Untaken } from '../../address/untaken.js';
import { InEnglish } from '../../ask/in-english.js';
import { graphql, type ResultOf } from '../../ask/graphql.js';
import { LeftOut } from '../../ask/left-out.js';
import { EntityLink, LINKED } from '../../entities/entity-link.js';
import { EvidenceSign } from '../../facts/signs.js';
import { useLanguage, useTexts } from '../../texts/use-texts.js';

const COMPARED = graphql(
  `
    query ComparedTexts($from: ID!, $to: ID!, $outcomes: [UnitOutcome!], $lang: Language!) {
      textComparison(
        from: $from
        to: $to
        outcomes: $outcomes
        units: [PARAGRAPH]
        sides: [FROM]
        first: 100
      ) {
        reading
        emptyBecause
        from {
          ...Linked
        }
        to {
          ...Linked
        }
        counts {
          outcome
          sort
          from
          to
        }
        nodes {
          side
          outcomes
          unit {
            ...Linked
            ... on Paragraph {
              locator
              gist
            }
          }
          alignments {
            type
            strength
            certainty
            succession {
              id
            }
            unit {
              ...Linked
              ... on Paragraph {
                locator
                gist
              }
            }
          }
        }
      }
    }
  `,
  [LINKED],
);

type Comparison = ResultOf<typeof COMPARED>['textComparison'];
type Unit = Comparison['nodes'][number]['unit'];
const OUTCOMES = ['KEPT', 'REWORDED', 'MERGED', 'SPLIT', 'DROPPED', 'NEW', 'NOT_COMPARED'] as const;

/** Two versions of a text side by side: what became of each paragraph of the first. */
export function Compared({ from, to }: { readonly from: string; readonly to: string }) {
  const { documents: texts, words } = useTexts();
  const { api: lang } = useLanguage();
  const [asked, choose] = useParameter('outcome');
  const outcome = OUTCOMES.find((each) => each === asked);
  return (
    <Answer to={COMPARED} variables={{ from, to, lang, outcomes: outcome ? [outcome] : null }}>
      {({ textComparison }) => (
        <>
          <p className="reading">
            <InEnglish>{textComparison.reading}</InEnglish>
          </p>
          <Untaken name="outcome" among={OUTCOMES} />
          <div className="choices" role="group" aria-label={texts.outcomes}>
            {textComparison.counts
              .filter(({ sort }) => sort === 'PARAGRAPH')
              .map((count) => (
                <button
                  key={count.outcome}
                  type="button"
                  aria-pressed={outcome === count.outcome}
                  onClick={() => choose(outcome === count.outcome ? null : count.outcome)}
                >
                  {words.UnitOutcome[count.outcome]} <span className="count">{count.from || count.to}</span>
                </button>
              ))}
          </div>
          <div className="wide">
            <table className="compared">
              <thead>
                <tr>
                  <th scope="col">
                    <EntityLink entity={textComparison.from} />
                  </th>
                  <th scope="col">{texts.became}</th>
                  <th scope="col">
                    <EntityLink entity={textComparison.to} />
                  </th>
                </tr>
              </thead>
              <tbody>
                {textComparison.nodes.map((node) => (
                  <Line key={node.unit.id} node={node} />
                ))}
              </tbody>
            </table>
          </div>
          <LeftOut because={textComparison.emptyBecause} leftOut={null} />
        </>
      )}
    </Answer>
  );
}

function Line({ node: { unit, outcomes, alignments } }: { readonly node: Comparison['nodes'][number] }) {
  const { words, fact } = useTexts();
  const link = useLink();
  return (
    <tr>
      <td>
        <OneUnit unit={unit} />
      </td>
      <td>
        {outcomes.map((outcome) => (
          <span key={outcome} className={`outcome outcome-${outcome.toLowerCase()}`}>
            {words.UnitOutcome[outcome]}
          </span>
        ))}
        {alignments.map(({ succession, strength, certainty }) => (
          <p key={succession.id} className="aside">
            {strength && words.Strength[strength]} <EvidenceSign certainty={certainty} />{' '}
            <Link href={link(`/${succession.id}`)}>{fact.show}</Link>
          </p>
        ))}
      </td>
      <td>
        {alignments.map(
          ({ unit: after, succession }) => after && <OneUnit key={succession.id} unit={after} />,
        )}
      </td>
    </tr>
  );
}

function OneUnit({ unit }: { readonly unit: Unit }) {
  const named = 'locator' in unit && unit.locator !== null ? { ...unit, name: unit.locator } : unit;
  return (
    <p>
      <EntityLink entity={named} /> {'gist' in unit && <InEnglish>{unit.gist}</InEnglish>}
    </p>
  );
}
