import { Answer } from '../../ask/answer.js';
import { graphql } from '../../ask/graphql.js';
import { EntityLink, LINKED } from '../../entities/entity-link.js';
import { useLanguage, useTexts } from '../../texts/use-texts.js';

const PARAGRAPHS = graphql(
  `
    query ParagraphsOf($id: ID!, $lang: Language!) {
      document(id: $id) {
        ...Linked
        paragraphs {
          ...Linked
          locator
          gist
          part
        }
      }
    }
  `,
  [LINKED],
);

/** A document unit by unit: where it stands, and what it says in our own words. */
export function Paragraphs({ id }: { readonly id: string }) {
  const { documents: texts, fact } = useTexts();
  const { api: lang } = useLanguage();
  return (
    <Answer to={PARAGRAPHS} variables={{ id, lang }}>
      {({ document }) =>
        document && (
          <section>
            <h2>
              <EntityLink entity={document} />
            </h2>
            <p className="aside">{texts.gists}</p>
            <table className="paragraphs">
              <thead>
                <tr>
                  <th scope="col">{fact.paragraph}</th>
                  <th scope="col">{texts.gist}</th>
                </tr>
              </thead>
              <tbody>
                {document.paragraphs.map((paragraph) => (
                  <tr key={paragraph.id}>
                    <th scope="row">
                      <EntityLink entity={{ ...paragraph, name: paragraph.locator ?? paragraph.name }} />
                    </th>
                    <td lang="en" dir="ltr">
                      {paragraph.gist}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )
      }
    </Answer>
  );
}
