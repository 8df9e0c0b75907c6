import { useQuery } from 'urql';
import { graphql } from '../ask/graphql.js';
import { EntityLink, LINKED } from '../entities/entity-link.js';
import type { EntityKind } from '../entities/kinds.js';
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

/** A chosen thing by its name, with a button that takes it out of the choice where it can be; that there is no such thing is said. */
export function Chosen({
  id,
  kind,
  onRemove,
}: {
  readonly id: string;
  /** Of which kind it is when its id does not say; without it, that is read by what it is asked of. */
  readonly kind?: EntityKind | undefined;
  readonly onRemove?: () => void;
}) {
  const { choice, faults } = useTexts();
  const { api: lang } = useLanguage();
  const whole = id.includes('/') || kind === undefined ? id : `${kind.toLowerCase()}/${id.toLowerCase()}`;
  const [{ data }] = useQuery({ query: NAMED, variables: { id: whole, lang } });
  const thing = data?.node && 'name' in data.node ? data.node : null;
  // Without a kind it would always seem to be missing.
  const missing = data?.node === null && whole.includes('/');
  const name = thing?.name ?? id;
  return (
    <span className="chosen">
      {thing ? <EntityLink entity={thing} /> : <bdi>{id}</bdi>}
      {missing && <span role="alert"> {faults.notFound}</span>}
      {onRemove && (
        <button
          type="button"
          aria-label={choice.without(name)}
          title={choice.without(name)}
          onClick={onRemove}
        >
          ×
        </button>
      )}
    </span>
  );
}
