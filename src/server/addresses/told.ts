import type { GraphState } from '../../graph/graph-node.js';
import type { Withheld } from '../../graph/reads/passing-on.js';
import type { Arguments } from './parameters.js';

/** What stands beside an answer, so that it can be cited and checked. */
export interface Told {
  readonly graphVersion: number;
  readonly contentHash: string;
  readonly arguments: Arguments;
  readonly cite: string;
  /** What only sources give whose licence forbids passing on, over the whole graph; left out of every file. */
  readonly withheld?: Withheld;
}

/** All but the answer itself; `place` is the address without host. */
export const toldOf = (
  { version }: GraphState,
  contentHash: string,
  args: Arguments,
  withheld: Withheld,
  place: string,
): Told => ({
  graphVersion: version,
  contentHash,
  arguments: args,
  cite: `Cooperation Graph, graph version ${version}, content ${contentHash}, ${place}`,
  ...(withheld.sources.length > 0 ? { withheld } : {}),
});

/** JSON in ASCII, as a header may hold it. */
export const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Sources that a header names; one has little room. */
const SOURCES_NAMED = 20;

const shortened = ({ sources, ...counts }: Withheld): object => ({
  sources: sources.slice(0, SOURCES_NAMED),
  ...(sources.length > SOURCES_NAMED ? { furtherSources: sources.length - SOURCES_NAMED } : {}),
  ...counts,
});

/** The headers of every answer at an address. */
export const headersOf = ({
  graphVersion,
  contentHash,
  arguments: args,
  cite,
  withheld,
}: Told): Record<string, string> => ({
  'graph-version': String(graphVersion),
  'graph-content-hash': contentHash,
  'graph-arguments': asciiJson(args),
  'graph-cite': cite,
  ...(withheld ? { 'graph-withheld': asciiJson(shortened(withheld)) } : {}),
});

/** Headers of ours that pages of other origins may read. */
export const EXPOSED = [
  'ETag',
  'Link',
  'Graph-Version',
  'Graph-Content-Hash',
  'Graph-Arguments',
  'Graph-Cite',
  'Graph-Rows',
  'Graph-Complete',
  'Graph-Left-Out',
  'Graph-Withheld',
  'Retry-After',
  'X-Request-Id',
] as const;
