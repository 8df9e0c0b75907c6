import { Answer } from '../../ask/answer.js';
import { Untaken } from '../../address/untaken.js';
import { useParameter } from '../../address/use-parameters.js';
import { graphql } from '../../ask/graphql.js';
import { LeftOut } from '../../ask/left-out.js';
import { EntityLink, LINKED } from '../../entities/entity-link.js';
import type { EntityKind } from '../../entities/kinds.js';
import { useLanguage, useTexts } from '../../texts/use-texts.js';
import { Title } from '../title.js';

const SEARCH = graphql(
  `
    query Found($text: String!, $kinds: [EntityKind!], $lang: Language!) {
      search(text: $text, kinds: $kinds, first: 50) {
        totalCount {
          inWords
        }
        facets {
          kinds {
            kind
            count
          }
        }
        nodes {
          text
          language
          entity {
            ...Linked
          }
        }
        emptyBecause
        leftOut {
          reason
          count
          inWords
        }
      }
    }
  `,
  [LINKED],
);

/** What words find, with the kinds to choose from. */
export default function SearchPage() {
  const { search, frame, words } = useTexts();
  const { api: lang } = useLanguage();
  const text = useParameter('text')[0] ?? '';
  const [asked, setKind] = useParameter('kind');
  const kinds = Object.keys(words.EntityKind) as EntityKind[];
  const kind = kinds.find((each) => each === asked) ?? null;
  if (text.trim() === '') return <Title>{search.title}</Title>;
  return (
    <>
      <Title>{search.of(text)}</Title>
      <Untaken name="kind" among={kinds} />
      <Answer to={SEARCH} variables={{ text, lang, kinds: kind ? [kind] : null }}>
        {({ search: { facets, nodes, emptyBecause, leftOut } }) => (
          <>
            <div className="choices" role="group" aria-label={search.kinds}>
              <button type="button" aria-pressed={kind === null} onClick={() => setKind(null)}>
                {frame.all}
              </button>
              {facets.kinds.map((facet) => (
                <button
                  key={facet.kind}
                  type="button"
                  aria-pressed={kind === facet.kind}
                  onClick={() => setKind(facet.kind)}
                >
                  {words.EntityKind[facet.kind]} <span className="count">{facet.count}</span>
                </button>
              ))}
            </div>
            <ul className="found">
              {nodes.map(({ entity, text: found, language }) => (
                <li key={entity.id}>
                  <EntityLink entity={entity} />{' '}
                  <span className="aside">{words.EntityKind[entity.__typename as EntityKind]}</span>
                  {found !== entity.name && (
                    <p className="aside" lang={language?.toLowerCase()} dir="auto">
                      {found}
                    </p>
                  )}
                </li>
              ))}
            </ul>
            {nodes.length === 0 && <p className="empty">{search.nothing}</p>}
            <LeftOut because={emptyBecause} leftOut={leftOut} />
          </>
        )}
      </Answer>
    </>
  );
}
