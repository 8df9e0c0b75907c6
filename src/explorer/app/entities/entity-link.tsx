import { Link } from 'wouter';
import { useLink } from '../address/use-parameters.js';
import { graphql, type FragmentOf } from '../ask/graphql.js';
import { useLanguage, useTexts } from '../texts/use-texts.js';

/** What a link to an entity needs. */
export const LINKED = graphql(`
  fragment Linked on Entity {
    __typename
    id
    name(lang: $lang)
    nameLanguage(lang: $lang)
  }
`);

export type Linked = FragmentOf<typeof LINKED>;

/** A name that leads to the thing's page; one in another language than asked says so. */
export function EntityLink({ entity }: { readonly entity: Linked }) {
  const link = useLink();
  const { api } = useLanguage();
  const { frame, languages } = useTexts();
  const { nameLanguage, name, id } = entity;
  const other = nameLanguage !== null && nameLanguage !== api;
  return (
    <Link href={link(`/${id}`)}>
      <bdi lang={nameLanguage?.toLowerCase()}>{name}</bdi>
      {other && (
        <abbr className="fallback" title={frame.nameIn(languages[nameLanguage])}>
          {nameLanguage.toLowerCase()}
        </abbr>
      )}
    </Link>
  );
}
