import type { KnownThing } from '../../graph/reads/who-is-who.js';
import { codeKey } from '../../model/rules/folding.js';
import { countriesOf } from './countries.js';
import { namedThings, type Named, type NamedThings } from './named-things.js';
import { saidKey, type DoubtRow, verdictsOf } from './verdicts.js';
import type { Doubt, Doubted, Said, WhoIsWho } from './who-is-who.js';

/** Share of telling words, from 0 to 1, that makes two names near; titles of projects repeat many words. */
const WORDS_SHARED = { Group: 0.6, Agency: 0.7, Initiative: 0.8 } as const;

/** The reference that a register gives; "0", "N/A" and the like stand for none. */
const referenceIn = ({ code = '' }: Said): string =>
  /[a-z].*\d|\d.*[a-z]|\d{5}/.test(codeKey(code)) ? code.trim() : '';

/** Tells who is who from what the graph holds and what a person has settled; nothing else is read. */
export function whoIsWho(known: readonly KnownThing[], settled: readonly DoubtRow[] = []): WhoIsWho {
  const countries = countriesOf(known);
  const verdicts = verdictsOf(settled);
  const shown = new Map(known.map(({ id, names }) => [id, names[0]]));
  const things: Readonly<Record<keyof typeof WORDS_SHARED, NamedThings>> = {
    Group: namedThings(known, 'group', WORDS_SHARED.Group),
    Agency: namedThings(known, 'agency', WORDS_SHARED.Agency),
    Initiative: namedThings(known, 'initiative', WORDS_SHARED.Initiative),
  };
  const doubts = new Map<string, Doubt>();
  const open = new Map<string, string[]>();
  const possibly = new Map(known.map((thing) => [thing.id, thing.possibly]));
  for (const row of settled) {
    const key = saidKey(row.kind, { ...row, name: row.said, line: 0 });
    if (row.verdict === 'OPEN' && row.id !== '') open.set(key, [...(open.get(key) ?? []), row.id]);
  }
  const minted = new Set<string>();
  const answers = new Map<string, string | null>();

  /** The same question gets the same answer, and is worked out once. */
  function once<T extends string | null>(kind: Doubted | 'Actor', said: Said, answer: () => T): T {
    const key = `${kind}\0${said.name}\0${said.code ?? ''}\0${said.country ?? ''}`;
    const before = answers.get(key);
    if (before !== undefined) return before as T;
    const found = answer();
    answers.set(key, found);
    return found;
  }
  function doubted(kind: Doubted, said: Said, mayBe: readonly string[], own: string | null = null): null {
    const key = saidKey(kind, said);
    if (!doubts.has(key)) doubts.set(key, { kind, said, own, mayBe });
    return null;
  }
  const isNot =
    (kind: Doubted, said: Said) =>
    (id: string): boolean =>
      verdicts.isDifferent(kind, said, id);

  /** What a text for a country comes to: an id, or null with a doubt, or null because a person said that it is none. */
  function countryOf(said: Said): string | null {
    const same = verdicts.same('Country', said);
    if (same !== undefined) return same.startsWith('country/') ? same : null;
    const found = countries.find(said.name, said.code?.trim() ?? '');
    const ids = 'sure' in found ? [found.sure] : found.mayBe;
    const left = ids.filter((id) => !isNot('Country', said)(id));
    if ('sure' in found && left.length === 1) return found.sure;
    const isSettled = verdicts.isDifferent('Country', said) || (ids.length > 0 && left.length === 0);
    return isSettled ? null : doubted('Country', said, left);
  }

  function thing(kind: keyof typeof WORDS_SHARED, said: Said): string {
    const same = verdicts.same(kind, said);
    if (same !== undefined) return same;
    const named: Named = {
      name: said.name,
      code: referenceIn(said),
      country: said.country ?? null,
      isNot: isNot(kind, said),
    };
    const exact = things[kind].exact(named);
    const [only] = exact;
    if (only !== undefined && exact.length === 1) {
      // Once minted it is found again under its own name; it stays in doubt until a person has settled it.
      const inDoubt = [...(open.get(saidKey(kind, said)) ?? []), ...(possibly.get(only) ?? [])];
      const left = inDoubt.filter((id) => id !== only && !named.isNot(id));
      if (left.length > 0 && !verdicts.isDifferent(kind, said)) doubted(kind, said, [...new Set(left)], only);
      return only;
    }
    const near = verdicts.isDifferent(kind, said)
      ? []
      : [...new Set([...exact, ...things[kind].near(named)])];
    const id = things[kind].mint(named);
    minted.add(id);
    const others = near.filter((other) => other !== id);
    if (others.length > 0) doubted(kind, said, others.slice(0, 5), id);
    return id;
  }

  function actorOf(said: Said): string | null {
    const same = verdicts.same('Country', said);
    if (same !== undefined) return same;
    const { name } = said;
    const bare: Named = { name, code: '', country: null, isNot: isNot('Country', said) };
    const found = countries.find(name, '');
    const groups = things.Group.exact(bare);
    const agencies = things.Agency.exact({
      ...bare,
      code: referenceIn(said),
      country: said.country ?? null,
    });
    const exact = [...('sure' in found ? [found.sure] : []), ...groups, ...agencies].filter(
      (id) => !bare.isNot(id),
    );
    if (exact.length === 1) return exact[0] as string;
    const asCountry = 'sure' in found ? [] : [...countries.unsettled(name), ...countries.near(name)];
    const mayBe = exact.length > 1 ? exact : asCountry.filter((id) => !bare.isNot(id));
    if (mayBe.length > 0 && !verdicts.isDifferent('Country', said))
      return doubted('Country', said, [...new Set(mayBe)]);
    return thing('Agency', said);
  }

  return {
    country: (said) => once('Country', said, () => countryOf(said)),
    actor: (said) => once('Actor', said, () => actorOf(said)),
    group: (said) => once('Group', said, () => thing('Group', said)),
    agency: (said) => once('Agency', said, () => thing('Agency', said)),
    initiative: (said) => once('Initiative', said, () => thing('Initiative', said)),
    isKnown: (id) => shown.has(id) || minted.has(id),
    shownName: (id) => shown.get(id),
    get doubts() {
      return [...doubts.values()];
    },
  };
}
