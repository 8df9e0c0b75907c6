import { graphql, type ResultOf } from '../../../ask/graphql.js';
import { InEnglish } from '../../../ask/in-english.js';
import { EntityLink, LINKED, type Linked } from '../../../entities/entity-link.js';
import { When } from '../../../facts/fact-table.js';
import { Signs } from '../../../facts/signs.js';
import { LongTable } from '../../../lists/long-table.js';
import { ShownOf } from '../../../lists/shown-of.js';
import { useLanguage, useTexts } from '../../../texts/use-texts.js';
import { Link } from 'wouter';
import { useLink } from '../../../address/use-parameters.js';
import { moneyOf } from './money.js';
import { Section } from './section.js';
import { useEvidence, withEvidence } from './stated.js';

const PAYS = graphql(
  `
    query WhoPays($filter: FundingFilter!, $lang: Language!) {
      fundings(filter: $filter, first: 100) {
        totalCount {
          count
        }
        nodes {
          id
          certainty
          status
          documents
          gist
          stage
          fundingType
          amountMin
          amountMax
          currency
          period {
            inWords
            edtf
            conflict
          }
          initiative {
            ...Linked
          }
          topics {
            ...Linked
          }
          parties {
            role
            actor {
              ...Linked
            }
          }
        }
      }
    }
  `,
  [LINKED],
);

type Paid = ResultOf<typeof PAYS>['fundings']['nodes'][number];

/** Whose money it is: of what a fund is paid from and pays, or of what an actor pays and is paid. */
export type Payments = { readonly initiative: string } | { readonly actors: { readonly ids: string[] } };

/** Who pays whom, how much, for what and when; what a source leaves open is said to be open. */
export function WhoPays({ of }: { readonly of: Payments }) {
  const { kinds, fact } = useTexts();
  const { api: lang } = useLanguage();
  const filter = { ...of, ...withEvidence(useEvidence()) };
  const headings = [kinds.payer, kinds.payee, kinds.amount, kinds.forWhat, fact.when, fact.signs];
  return (
    <Section
      title={kinds.pays}
      to={PAYS}
      variables={{ filter, lang }}
      facts={{ ...filter, kinds: ['Funding'] }}
    >
      {({ fundings: { nodes, totalCount } }) =>
        nodes.length === 0 ? null : (
          <>
            <LongTable
              className="payments"
              label={kinds.pays}
              count={nodes.length}
              height={60}
              headings={headings}
            >
              {(index, place) => <OnePayment key={nodes[index]!.id} paid={nodes[index]!} place={place} />}
            </LongTable>
            <ShownOf shown={nodes.length} all={totalCount?.count} />
          </>
        )
      }
    </Section>
  );
}

function OnePayment({ paid, place }: { readonly paid: Paid; readonly place: object }) {
  const { kinds, fact, words } = useTexts();
  const { code } = useLanguage();
  const link = useLink();
  const holding = (role: Paid['parties'][number]['role']): Linked[] =>
    paid.parties.filter((party) => party.role === role).map(({ actor }) => actor);
  const what = [...(paid.initiative ? [paid.initiative] : []), ...paid.topics];
  const state = [
    paid.fundingType && words.FundingType[paid.fundingType],
    paid.stage && words.Stage[paid.stage],
  ].filter(Boolean);
  return (
    <tr {...place}>
      <td>
        <Several things={holding('funder')} none={kinds.notSaid} />
      </td>
      <td>
        <Several things={holding('recipient')} none={kinds.notSaid} />
      </td>
      <td>
        <bdi>{moneyOf(paid, code, kinds.atLeast) ?? <span className="aside">{kinds.notSaid}</span>}</bdi>
        {state.length > 0 && <p className="aside">{state.join(' · ')}</p>}
      </td>
      <td>
        <Several things={what} none={kinds.notSaid} />
        {paid.gist && (
          <p className="gist">
            <InEnglish>{paid.gist}</InEnglish>
          </p>
        )}
      </td>
      <td>
        <When period={paid.period} />
      </td>
      <td>
        <Signs fact={paid} />
        <Link className="aside" href={link(`/${paid.id}`)}>
          {fact.show}
        </Link>
      </td>
    </tr>
  );
}

function Several({ things, none }: { readonly things: readonly Linked[]; readonly none: string }) {
  if (things.length === 0) return <span className="aside">{none}</span>;
  return (
    <ul className="ends">
      {things.map((thing) => (
        <li key={thing.id}>
          <EntityLink entity={thing} />
        </li>
      ))}
    </ul>
  );
}
