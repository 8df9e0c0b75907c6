import './texts.css';
import { Link } from 'wouter';
import { useLink } from '../../address/use-parameters.js';
import { Answer } from '../../ask/answer.js';
import { InEnglish } from '../../ask/in-english.js';
import { graphql } from '../../ask/graphql.js';
import { EntityLink, LINKED } from '../../entities/entity-link.js';
import { LongTable } from '../../lists/long-table.js';
import { useLanguage, useTexts } from '../../texts/use-texts.js';
import { AsCsv, AsGraphql } from '../thing/take-away.js';

const PARAGRAPHS = graphql(
  `
    query ParagraphsOf($id: ID!, $lang: Language!) {
      document(id: $id) {
        ...Linked
        versions {
          ...Linked
        }
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

function NoSuchDocument({ id }: { readonly id: string }) {
  const { faults } = useTexts();
  return (
    <p className="fault" role="alert">
      <strong>{faults.notFound}</strong> <bdi>{id}</bdi>. {faults.searchInstead}
    </p>
  );
}

/** A document unit by unit: where it stands, and what it says in our own words; on its own page without its name. */
export function Paragraphs({ id, own = false }: { readonly id: string; readonly own?: boolean }) {
  const { documents: texts, fact, kinds } = useTexts();
  const { api: lang } = useLanguage();
  const link = useLink();
  const variables = { id, lang };
  return (
    <Answer to={PARAGRAPHS} variables={variables}>
      {({ document }) =>
        document === null ? (
          <NoSuchDocument id={id} />
        ) : (
          !(own && document.paragraphs.length === 0) && (
            <section>
              <h2>{own ? kinds.paragraphs : <EntityLink entity={document} />}</h2>
              {document.versions
                .filter((version) => version.id !== id)
                .map((version) => (
                  <p key={version.id}>
                    <Link href={link('/texts', { from: version.id, to: id })}>
                      <bdi>{texts.beside(version.name)}</bdi>
                    </Link>
                  </p>
                ))}
              <p className="aside">{texts.gists}</p>
              <LongTable
                className="paragraphs"
                label={kinds.paragraphs}
                count={document.paragraphs.length}
                height={56}
                headings={[fact.paragraph, texts.gist]}
              >
                {(index, place) => {
                  const paragraph = document.paragraphs[index]!;
                  return (
                    <tr key={paragraph.id} {...place}>
                      <th scope="row">
                        <EntityLink entity={{ ...paragraph, name: paragraph.locator ?? paragraph.name }} />
                      </th>
                      <td>
                        <InEnglish>{paragraph.gist}</InEnglish>
                      </td>
                    </tr>
                  );
                }}
              </LongTable>
              <p className="take-away">
                <AsCsv filter={{ evidence: { documents: [id] } }} />{' '}
                <AsGraphql query={PARAGRAPHS} variables={variables} />
              </p>
            </section>
          )
        )
      }
    </Answer>
  );
}
