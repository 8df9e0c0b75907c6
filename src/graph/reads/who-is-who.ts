import { Agency } from '../../model/entities/agency.js';
import { Country } from '../../model/entities/country.js';
import { Group } from '../../model/entities/group.js';
import { Initiative } from '../../model/entities/initiative.js';
import { NAMES } from '../../model/names.js';
import type { Merge } from '../../model/rules/merge.js';
import { cypher, joined, nameOf, statement, type Fragment } from '../cypher.js';
import type { Asking, Door } from '../door.js';
import { readMerges } from './merged.js';
import { VISIBLE_NODE } from './projection.js';

/** The rule by which an import says that a thing is possibly another. */
export const NAMES_ALIKE = 'RULE:names-alike';

/** A country, group, agency or initiative as far as a register may mean it. */
export interface KnownThing {
  readonly id: string;
  /** Every name, in any language, the displayed one first; none when all that was said of it is withdrawn. */
  readonly names: readonly string[];
  /** Codes of a country; of others the references that registers give them. */
  readonly codes: readonly string[];
  /** Id of the country that it belongs to. */
  readonly country: string | null;
  /** Whether readers see it; what is hidden comes back under its id when a register names it again. */
  readonly shown: boolean;
  /** Ids of what imports say it possibly is, by that rule: in doubt until a person settles it. */
  readonly possibly: readonly string[];
}

const KINDS = [Country, Group, Agency, Initiative];
const CODES = ['alpha2', 'alpha3', 'numeric', 'm49', 'st3'];

const property = (name: string): Fragment => cypher`n.${nameOf(name)}`;
const single = (names: readonly string[]): Fragment => joined(names.map(property), ', ');
const NAMES_OF_ONE = Object.entries(NAMES).filter(([, { list }]) => !list);

/** All that a register may mean. Values are read as they stand: who is who is settled in `intake`. */
export async function readKnownThings(door: Door, asking: Asking): Promise<KnownThing[]> {
  const rows = await door.read<{
    row: [string, (string | null)[], (string | null)[], string | null, boolean, (string | null)[]];
  }>(
    statement(
      'knownThings',
      cypher`UNWIND ${KINDS.map(({ prefix }) => `${prefix}/`)} AS prefix
MATCH (n:Entity) USING INDEX SEEK n:Entity(id) WHERE n.id STARTS WITH prefix
RETURN [n.id, [${single(NAMES_OF_ONE.map(([name]) => name))}] + coalesce(n.otherNames, []),
  [${single(CODES)}] + coalesce(n.formerCodes, []) + coalesce(n.references, []),
  head([(n)-[:${nameOf(Agency.links['country']?.relationship ?? '')}]->(c) | c.id]), ${VISIBLE_NODE('n')},
  [(n)<-[:STATES]-(c:Claim {basis: ${NAMES_ALIKE}}) WHERE c.endedAt IS NULL AND c.status <> 'WITHDRAWN' | split(c.about, ':')[1]]] AS row`,
    ),
    asking,
  );
  const known = rows.map(({ row: [id, names, codes, country, shown, possibly] }) => ({
    id,
    names: distinct(names),
    codes: distinct(codes),
    country,
    shown,
    possibly: distinct(possibly),
  }));
  return merged(known, await readMerges((asked) => door.read(asked, asking)));
}

/** Things of which a person settled that they are one, as one: under the id that stays, with the names and codes of both. */
function merged(known: readonly KnownThing[], merges: readonly Merge[]): KnownThing[] {
  if (merges.length === 0) return [...known];
  const into = new Map(merges.map((merge) => [merge.from, merge.into]));
  const given = known.filter(({ id }) => into.has(id));
  return known
    .filter(({ id }) => !into.has(id))
    .map((thing) => {
      const others = given.filter(({ id }) => into.get(id) === thing.id);
      return {
        ...thing,
        names: distinct([...thing.names, ...others.flatMap(({ names }) => names)]),
        codes: distinct([...thing.codes, ...others.flatMap(({ codes }) => codes)]),
      };
    });
}

const distinct = (values: readonly (string | null)[]): string[] =>
  [...new Set(values.filter((value) => value !== null && value !== ''))] as string[];
