import { graphql } from '../../../ask/graphql.js';
import { EntityLink, LINKED } from '../../../entities/entity-link.js';
import type { FactFilter } from '../../../entities/kinds.js';
import { EvidenceSign } from '../../../facts/signs.js';
import { LongTable } from '../../../lists/long-table.js';
import { useLanguage, useTexts } from '../../../texts/use-texts.js';
import { areTwoCountries, TWO_IDS_EXAMPLE, useTwo } from '../../../address/two-ids.js';
import { Untaken } from '../../../address/untaken.js';
import { useLink } from '../../../address/use-parameters.js';
import { Link } from 'wouter';
import { PairFacts } from '../../ties/pair-facts.js';
import { Breakdown } from '../breakdown.js';
import { OverTime } from '../over-time.js';
import { Section } from './section.js';
import { useEvidence, withEvidence } from './stated.js';

const TIED_TO = graphql(
  `
    query TiedTo($country: ID!, $filter: FactFilter, $lang: Language!) {
      network(focus: $country, steps: 1, nodes: 200, edges: 500, filter: $filter) {
        nodes {
          entity {
            ...Linked
          }
        }
        edges {
          from
          to
          factCount
          certainty
          first
          last
          undated
          topicCount
          topics(first: 4) {
            key
            name(lang: $lang)
          }
        }
      }
    }
  `,
  [LINKED],
);

/** With which countries a country cooperated or shared experience, on what and when; then the same facts by topic and year. */
export function CountryTies({ country }: { readonly country: string }) {
  const { kinds, ties, fact, thing } = useTexts();
  const { api: lang } = useLanguage();
  const link = useLink();
  const [pair, setPair] = useTwo('pair', areTwoCountries);
  const filter: FactFilter = withEvidence(useEvidence());
  const tying: FactFilter = { ...filter, actors: { ids: [country] }, kinds: ['Exchange', 'Cooperation'] };
  const headings = [ties.countries, ties.weight, fact.about, ties.first, ties.last, fact.signs];
  return (
    <Section title={kinds.tiedTo} to={TIED_TO} variables={{ country, filter, lang }} facts={tying}>
      {({ network: { nodes, edges } }) => {
        const names = new Map(nodes.flatMap(({ entity }) => (entity ? [[entity.id, entity] as const] : [])));
        const own = edges.filter(({ from, to }) => from === country || to === country);
        if (own.length === 0) return null;
        return (
          <>
            <Untaken name="pair" among={[TWO_IDS_EXAMPLE]} taken={areTwoCountries} />
            <LongTable
              className="tied-to"
              label={kinds.tiedTo}
              count={own.length}
              height={44}
              headings={headings}
            >
              {(index, place) => {
                const edge = own[index]!;
                const other = edge.from === country ? edge.to : edge.from;
                const entity = names.get(other);
                return (
                  <tr key={other} {...place}>
                    <th scope="row">{entity ? <EntityLink entity={entity} /> : <bdi>{other}</bdi>}</th>
                    <td data-heading={ties.weight}>
                      {edge.factCount}
                      {edge.undated > 0 && <p className="aside">{thing.undated(edge.undated)}</p>}
                    </td>
                    <td>
                      <ul className="ends">
                        {edge.topics.map(({ key, name }) => (
                          <li key={key}>
                            {key === null ? (
                              <bdi>{name}</bdi>
                            ) : (
                              <Link href={link(`/${key}`)}>
                                <bdi>{name}</bdi>
                              </Link>
                            )}
                          </li>
                        ))}
                        {edge.topicCount > edge.topics.length && (
                          <li className="aside">+{edge.topicCount - edge.topics.length}</li>
                        )}
                      </ul>
                    </td>
                    <td data-heading={ties.first} className="day">
                      {edge.first}
                    </td>
                    <td data-heading={ties.last} className="day">
                      {edge.last}
                    </td>
                    <td>
                      <EvidenceSign certainty={edge.certainty} />{' '}
                      <button
                        type="button"
                        className="quiet"
                        aria-label={`${ties.between}: ${ties.tie(
                          names.get(country)?.name ?? country,
                          entity?.name ?? other,
                          edge.factCount,
                        )}`}
                        onClick={() => setPair([country, other].sort().join(','))}
                      >
                        {ties.between}
                      </button>
                    </td>
                  </tr>
                );
              }}
            </LongTable>
            {pair !== null && <PairFacts pair={pair} filter={filter} onClose={() => setPair(null)} />}
            <Breakdown filter={tying} by="TOPIC" parameter="topic" heading={kinds.byTopic} />
            <OverTime filter={tying} open />
          </>
        );
      }}
    </Section>
  );
}
