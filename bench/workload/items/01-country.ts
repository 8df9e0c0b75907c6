import { one, times } from '../random.js';
import type { Item } from '../item.js';
import { named, shown } from '../fact-row.js';

const COUNTRY = `MATCH (c:Country {alpha3: $code}) WHERE ${shown('c')}
RETURN c.id AS id, ${named('c')} AS name, c.alpha2 AS alpha2, c.alpha3 AS alpha3, c.m49 AS m49, c.independent AS independent, c.certainty AS certainty`;

/** A single entity by its code: almost nothing but the way through the arm. */
export const country: Item = {
  id: '1',
  title: 'a country by its code',
  sort: 'lookup',
  ordered: true,
  draw: ({ countries }, random) => {
    const coded = countries.filter(({ alpha3 }) => alpha3 !== null);
    return times(40, () => ({ code: one(coded, random).alpha3 }));
  },
  raw: {
    answer: async (read, drawn) => {
      const [row] = await read(COUNTRY, drawn);
      return row ?? null;
    },
  },
  product: {
    document: `query CountryByCode($code: ID!) { country(id: $code) { id name alpha2 alpha3 m49 independent certainty } }`,
    shape: (data) => data.country,
  },
  library: {
    document: `query CountryByCode($code: String!) {
  countries(where: { alpha3: { eq: $code }, status: { in: ["ACCEPTED", "DISPUTED"] } }) { id name nameEn alpha2 alpha3 m49 independent certainty }
}`,
    shape: ({ countries: [found] }) => {
      const { nameEn, name, ...country } = found;
      return { ...country, name: nameEn ?? name };
    },
  },
};
