import { Answer } from '../../ask/answer.js';
import { graphql, type ResultOf } from '../../ask/graphql.js';
import { EntityLink, LINKED } from '../../entities/entity-link.js';
import { useLanguage, useTexts } from '../../texts/use-texts.js';

const HOLDINGS = graphql(
  `
    query Holdings($lang: Language!) {
      coverage(first: 50) {
        kinds {
          kind
          facts
          state
          inWords
        }
        nodes {
          source {
            ...Linked
          }
          earliest
          latest
          undated
          cannotBeKnown
        }
      }
    }
  `,
  [LINKED],
);

type Covered = ResultOf<typeof HOLDINGS>['coverage']['nodes'][number];

const hasFacts = ({ earliest, latest, undated }: Covered): boolean =>
  earliest !== null || latest !== null || undated > 0;

/** What is recorded, from which sources, and what cannot be known from them. */
export function Holdings() {
  const { home, words } = useTexts();
  const { api: lang } = useLanguage();
  return (
    <section>
      <h2>{home.holds}</h2>
      <Answer to={HOLDINGS} variables={{ lang }}>
        {({ coverage: { kinds, nodes } }) => (
          <>
            <ul className="figures">
              {kinds
                .filter(({ facts }) => facts > 0)
                .map(({ kind, facts, inWords }) => (
                  <li key={kind} title={inWords}>
                    <strong>{facts.toLocaleString()}</strong>{' '}
                    {words.FactKind[kind as keyof typeof words.FactKind] ?? kind}
                  </li>
                ))}
            </ul>
            <Sources nodes={nodes.filter(hasFacts)} />
            {nodes.some((node) => !hasFacts(node)) && (
              <details>
                <summary>{home.withoutFacts}</summary>
                <Sources nodes={nodes.filter((node) => !hasFacts(node))} />
              </details>
            )}
          </>
        )}
      </Answer>
    </section>
  );
}

function Sources({ nodes }: { readonly nodes: readonly Covered[] }) {
  const { home } = useTexts();
  return (
    <div className="wide">
      <table>
        <thead>
          <tr>
            {[home.source, home.from, home.to, home.undated, home.cannotKnow].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {nodes.map(({ source, earliest, latest, undated, cannotBeKnown }) => (
            <tr key={source.id}>
              <th scope="row">
                <EntityLink entity={source} />
              </th>
              <td className="day">{earliest}</td>
              <td className="day">{latest}</td>
              <td>{undated}</td>
              <td lang="en" dir="ltr">
                {cannotBeKnown.join(' ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
