import { Answer } from '../../ask/answer.js';
import { graphql } from '../../ask/graphql.js';
import { EntityLink, LINKED } from '../../entities/entity-link.js';
import type { EntityKind } from '../../entities/kinds.js';
import { useLanguage, useTexts } from '../../texts/use-texts.js';

const NEIGHBOURS = graphql(
  `
    query NeighboursOf($id: ID!, $lang: Language!) {
      node(id: $id) {
        ... on Entity {
          neighbours(first: 30) {
            nodes {
              facts
              first
              last
              entity {
                ...Linked
              }
            }
          }
        }
      }
    }
  `,
  [LINKED],
);

/** To what else facts tie a thing, most facts first. */
export function Neighbours({ id }: { readonly id: string }) {
  const { thing, words } = useTexts();
  const { api: lang } = useLanguage();
  return (
    <Answer to={NEIGHBOURS} variables={{ id, lang }}>
      {({ node }) =>
        node &&
        'neighbours' in node &&
        node.neighbours.nodes.length > 0 && (
          <section>
            <h2>{thing.neighbours}</h2>
            <ul className="neighbours">
              {node.neighbours.nodes.map(({ entity, facts, first, last }) => (
                <li key={entity.id}>
                  <EntityLink entity={entity} />{' '}
                  <span className="aside">
                    {words.EntityKind[entity.__typename as EntityKind]} · {thing.count(facts)}
                    {first !== null && ` · ${first}${last === first ? '' : `–${last}`}`}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </Answer>
  );
}
