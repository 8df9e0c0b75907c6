import { Answer } from '../../ask/answer.js';
import { graphql } from '../../ask/graphql.js';
import { LINKED } from '../../entities/entity-link.js';
import { SHOWN } from '../../facts/fact-shown.js';
import { useLanguage } from '../../texts/use-texts.js';
import { NoSuchPage } from '../no-such-page.js';
import { DESCRIBED } from './described.js';
import { EntityPage } from './entity-page.js';
import { FactPage } from './fact-page.js';

const THING = graphql(
  `
    query Thing($id: ID!, $lang: Language!) {
      node(id: $id) {
        __typename
        id
        ... on Entity {
          ...Described
        }
        ... on Fact {
          ...Shown
        }
      }
    }
  `,
  [LINKED, DESCRIBED, SHOWN],
);

/** The page of one entity or fact: its address is its id. */
export default function ThingPage({ id }: { readonly id: string }) {
  const { api: lang } = useLanguage();
  return (
    <Answer to={THING} variables={{ id, lang }}>
      {({ node }) => {
        if (node === null) return <NoSuchPage />;
        if ('parties' in node) return <FactPage fact={node} />;
        if ('name' in node) return <EntityPage entity={node} />;
        return <NoSuchPage />;
      }}
    </Answer>
  );
}
