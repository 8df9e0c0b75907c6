import { useQuery } from 'urql';
import { graphql } from '../ask/graphql.js';
import { EntityLink, LINKED } from '../entities/entity-link.js';
import { useLanguage, useTexts } from '../texts/use-texts.js';

const NAMED = graphql(
  `
    query Named($id: ID!, $lang: Language!) {
      node(id: $id) {
        ... on Entity {
          ...Linked
        }
      }
    }
  `,
  [LINKED],
);

/** A chosen thing by its name, with a button that takes it out of the choice. */
export function Chosen({ id, onRemove }: { readonly id: string; readonly onRemove: () => void }) {
  const { choice, faults } = useTexts();
  const { api: lang } = useLanguage();
  const [{ data }] = useQuery({ query: NAMED, variables: { id, lang } });
  const thing = data?.node && 'name' in data.node ? data.node : null;
  // What is typed without its kind is read by what it is asked of; here it would seem to be missing.
  const missing = data?.node === null && id.includes('/');
  const name = thing?.name ?? id;
  return (
    <span className="chosen">
      {thing ? <EntityLink entity={thing} /> : <bdi>{id}</bdi>}
      {missing && <span role="alert"> {faults.notFound}</span>}
      <button type="button" aria-label={choice.without(name)} title={choice.without(name)} onClick={onRemove}>
        ×
      </button>
    </span>
  );
}
