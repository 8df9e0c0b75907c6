import { isIP } from 'node:net';

/** One or more settings that cannot be used; `faults` holds a line for each. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault';
  readonly faults: readonly string[];

  constructor(faults: string | readonly string[]) {
    const all = typeof faults === 'string' ? [faults] : faults;
    super(
      typeof faults === 'string'
        ? faults
        : [`${all.length} of the settings cannot be used:`, ...all.map((fault) => `  ${fault}`)].join('\n'),
    );
    this.faults = all;
  }
}

const shown = (value: string): string =>
  JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}...` : value);

/** A setting of a given form. */
export const text =
  (form: RegExp, what: string) =>
  (value: string): string => {
    if (!form.test(value)) throw new ConfigFault(`${what}, not ${shown(value)}.`);
    return value;
  };

/** A port number; 0 stands for any free one. */
export const port = (value: string): number => {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535)
    throw new ConfigFault(`is a port from 0 to 65535, not ${shown(value)}.`);
  return Number(value);
};

/** One of a closed list of words. */
export const oneOf =
  <T extends string>(words: readonly T[]) =>
  (value: string): T => {
    const word = words.find((candidate) => candidate === value);
    if (word === undefined) throw new ConfigFault(`is one of ${words.join(', ')}, not ${shown(value)}.`);
    return word;
  };

const SCHEMES = ['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'];

/** The address of a Neo4j server. Its value is never shown: people put passwords into addresses. */
export const readUri = (value: string): string => {
  const example = 'e.g. bolt://127.0.0.1:7687 or neo4j+s://<name>.databases.neo4j.io';
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || !SCHEMES.includes(url.protocol.slice(0, -1)) || url.hostname === '')
    throw new ConfigFault(`is an address that begins with ${SCHEMES.join('://, ')}://, ${example}.`);
  if (url.username !== '' || url.password !== '')
    throw new ConfigFault('must hold no user or password: give them in NEO4J_USERNAME and NEO4J_PASSWORD.');
  return value;
};

// Less than what one request may cost would refuse questions that the limits allow.
const BUDGET_LEAST = 50_000;
const BUDGET_MOST = 1_000_000_000;

/** A budget of cost a minute; 0 for none. */
export const readBudget = (value: string): number => {
  const budget = /^\d{1,10}$/.test(value) ? Number(value) : NaN;
  if (budget === 0 || (budget >= BUDGET_LEAST && budget <= BUDGET_MOST)) return budget;
  throw new ConfigFault(`is 0 or a number from ${BUDGET_LEAST} to ${BUDGET_MOST}, not ${shown(value)}.`);
};

/** Addresses and networks, e.g. 10.0.0.0/8; nothing for none. */
export const readAddresses = (value: string): readonly string[] =>
  listed(value).map((entry) => {
    const [address = '', bits, more] = entry.split('/');
    const most = isIP(address) === 6 ? 128 : 32;
    const fits = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
    if (isIP(address) !== 0 && fits && more === undefined) return entry;
    throw new ConfigFault(`holds addresses or networks, e.g. 127.0.0.1 or 10.0.0.0/8, not ${shown(entry)}.`);
  });

const listed = (value: string): readonly string[] =>
  value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/** Origins of pages, or `*`; nothing for none. */
export const readOrigins = (value: string): readonly string[] =>
  listed(value).map((origin) => {
    const url = URL.canParse(origin) ? new URL(origin) : undefined;
    if (
      origin === '*' ||
      (url && /^https?:$/.test(url.protocol) && url.origin === origin && !origin.includes('*'))
    )
      return origin;
    throw new ConfigFault(
      `holds origins as browsers send them (http or https, host, port; no path), or *, not ${shown(origin)}.`,
    );
  });
