import { describe, expect, it } from 'vitest';
import { seeded } from '../support/seeded.js';

describe('rows of several kinds in one answer', () => {
  const graph = seeded();

  it('keep ties of one name but other targets apart', async () => {
    const { data, errors } = await graph.ask(`{
      nodes(ids: ["agency/wipo", "meeting/cairo-2013"]) {
        ... on Agency { parts { id } partOf { id } }
        ... on Meeting { parts { id meetingForm } partOf { id meetingForm } }
      }
      meeting(id: "cairo-2013") { parts { id meetingForm } partOf { id meetingForm } }
    }`);
    expect(errors).toBeUndefined();
    const nodes = data?.['nodes'] as object[];
    expect(nodes[1]).toEqual(data?.['meeting']);
    expect((data?.['meeting'] as { parts: object[] }).parts.length).toBeGreaterThan(4);
  });

  it('stay right however the aliases are written, and however often it is asked', async () => {
    const text = `{
      x_y: country(id: "country/egy") { z: facts(first: 1) { nodes { id parties { role } } } }
      y: country(id: "country/ind") { z_x: facts(first: 1) { nodes { id status } } }
    }`;
    const first = await graph.ask(text);
    expect(first.errors).toBeUndefined();
    expect((await graph.ask(text)).data).toEqual(first.data);
    expect((await graph.ask(text)).data).toEqual(first.data);
  });

  it('two things that may be one stay two, with claims that say why they may', async () => {
    const { data } = await graph.ask(
      '{ initiative(id: "voluntary-trust-fund-south-south") { possiblySameAs { id possiblySameAs { id } } claims { about certainty reason } } }',
    );
    const fund = data?.['initiative'] as {
      possiblySameAs: object[];
      claims: { about: string; certainty: string; reason: string }[];
    };
    expect(fund.possiblySameAs).toEqual([
      {
        id: 'initiative/un-fund-south-south',
        possiblySameAs: [{ id: 'initiative/voluntary-trust-fund-south-south' }],
      },
    ]);
    const why = fund.claims.find(({ about }) => about.startsWith('possiblySameAs'));
    expect(why).toMatchObject({ certainty: 'INFERRED', reason: expect.stringContaining('Neither says') });
  });

  it('a meeting has the facts that are tied to it, not those that only hang on its date', async () => {
    const { data } = await graph.ask(
      '{ meeting(id: "cairo-2013") { facts(first: 100) { nodes { id __typename ... on Exchange { meeting { id } } } } } }',
    );
    const { nodes } = (
      data?.['meeting'] as { facts: { nodes: { __typename: string; meeting?: { id: string } }[] } }
    ).facts;
    const exchanges = nodes.filter(({ __typename }) => __typename === 'Exchange');
    expect(exchanges.length).toBeGreaterThan(0);
    expect(exchanges.every(({ meeting }) => meeting?.id === 'meeting/cairo-2013')).toBe(true);
  });
});
