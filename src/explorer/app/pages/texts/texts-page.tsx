import './texts.css';
import { Link } from 'wouter';
import { useLink, useParameter } from '../../address/use-parameters.js';
import { Answer } from '../../ask/answer.js';
import { graphql } from '../../ask/graphql.js';
import { LINKED } from '../../entities/entity-link.js';
import { useLanguage, useTexts } from '../../texts/use-texts.js';
import { Title } from '../title.js';
import { Compared } from './compared.js';
import { Paragraphs } from './paragraphs.js';

const DOCUMENTS = graphql(
  `
    query Documents($lang: Language!) {
      documents(first: 100) {
        nodes {
          ...Linked
          symbol
          issuedOn
          units
          versions {
            ...Linked
          }
        }
      }
    }
  `,
  [LINKED],
);

/** Documents with their paragraphs' gists, and two versions side by side. */
export default function TextsPage() {
  const { documents: texts, frame } = useTexts();
  const { api: lang } = useLanguage();
  const link = useLink();
  const [asked] = useParameter('document');
  const [from] = useParameter('from');
  const [to] = useParameter('to');
  // One text alone has nothing to stand beside; it is shown by itself.
  const document = asked ?? (from === null || to === null ? (from ?? to) : null);
  return (
    <>
      <Title>{texts.title}</Title>
      {document === null && (from === null || to === null) ? (
        <>
          <p>{texts.lead}</p>
          <Answer to={DOCUMENTS} variables={{ lang }}>
            {({ documents: { nodes } }) => (
              <ul className="documents">
                {nodes
                  .filter(({ units, versions }) => (units ?? 0) > 0 || versions.length > 1)
                  .map((each) => (
                    <li key={each.id}>
                      <Link href={link('/texts', { document: each.id })}>
                        <bdi>{each.name}</bdi>
                      </Link>{' '}
                      <span className="aside">
                        <bdi>{[each.symbol, each.issuedOn].filter(Boolean).join(', ')}</bdi>
                      </span>
                      {each.versions
                        .filter(({ id }) => id !== each.id)
                        .map((version) => (
                          <span key={version.id} className="aside beside">
                            <Link href={link('/texts', { from: version.id, to: each.id })}>
                              <bdi>{texts.beside(version.name)}</bdi>
                            </Link>
                          </span>
                        ))}
                    </li>
                  ))}
              </ul>
            )}
          </Answer>
        </>
      ) : (
        <p>
          <Link href={link('/texts')}>{frame.all}</Link>
        </p>
      )}
      {document !== null && <Paragraphs id={document} />}
      {from !== null && to !== null && <Compared from={from} to={to} />}
    </>
  );
}
