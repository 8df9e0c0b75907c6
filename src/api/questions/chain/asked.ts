import type { ChainFilter } from '../../../graph/reads/chain/statement.js';
import { Country } from '../../../model/entities/country.js';
import { Fault } from '../../../model/faults.js';
import { kindNamed } from '../../../model/kinds.js';
import { lettersOf } from '../../../model/rules/chain/bindings.js';
import type { Binding, ChainDemands, ChainStep, StepParty } from '../../../model/rules/chain/terms.js';
import type { ChainLetter, StepOrder, Together } from '../../../model/values/chain.js';
import type { Order } from '../../../model/values/order.js';
import { evidenceAsked, factsAsked, type EvidenceAsked, type FactsAsked } from '../facts-asked.js';
import { idOfKind, listAsked } from '../ids.js';
import { pageAsked } from '../page-asked.js';
import { STEPS_MOST } from './arguments.js';

interface PartyGiven {
  readonly as: ChainLetter;
  readonly roles?: readonly string[] | null;
  readonly countries?: readonly string[] | null;
}

interface StepGiven {
  readonly facts: FactsAsked;
  readonly who?: readonly PartyGiven[] | null;
  readonly together?: Together | null;
  readonly order?: StepOrder | null;
  readonly withinMonths?: number | null;
  readonly absent?: boolean | null;
}

/** The arguments as they arrive. */
export interface Given {
  readonly steps: readonly StepGiven[];
  readonly maxParties: number;
  readonly order: readonly Order[];
  readonly evidence?: EvidenceAsked | null;
  readonly baseline: boolean;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** The question, checked: which facts to read, what to ask of them, which page. */
export interface Question {
  readonly filter: ChainFilter;
  readonly demands: ChainDemands;
  readonly page: { readonly first: number; readonly after: Binding | null };
}

type StepFilter = ChainFilter['steps'][number]['filter'];

const COUNTRIES_MOST = 50;

const wrong = (argument: string, told: string): Fault =>
  new Fault('BAD_USER_INPUT', `chain(${argument}:) ${told}`, { details: { argument } });

/** Checks the arguments; a fault names the argument and what it takes. */
export function questionAsked(given: Given): Question {
  const { steps: asked } = given;
  if (asked.length < 1 || asked.length > STEPS_MOST)
    throw wrong('steps', `takes from 1 to ${STEPS_MOST} steps.`);
  if (given.maxParties < 2 || given.maxParties > 300) throw wrong('maxParties', 'must be from 2 to 300.');
  const order = listAsked(given.order, 'order') ?? [];
  if (order.includes('NO')) throw wrong('order', 'takes DEFINITE, POSSIBLE or both.');
  const evidence = given.evidence ? evidenceAsked(given.evidence, 'evidence') : {};
  const filters = asked.map(({ facts }, i) => filterAsked(facts, `steps[${i}].facts`));
  const steps = shared(asked.map((step, i) => stepAsked(step, filters[i]?.kinds ?? [], `steps[${i}]`)));
  const letters = lettersOf(steps);
  const page = pageAsked(given, 'chain', (key) => isBinding(key, letters.length));
  return {
    filter: {
      steps: steps.map((step, i) => ({
        filter: filters[i] as StepFilter,
        // Where two facts meet at a place, only one of them has the country.
        countries:
          step.together === 'SAME_FACT' ? (step.who.find((one) => one.countries)?.countries ?? null) : null,
      })),
      evidence,
      coverage: steps.some(({ absent }) => absent),
    },
    demands: {
      steps,
      maxParties: given.maxParties,
      order,
      independentOnly:
        evidence.independentOnly === true ||
        filters.some((filter) => filter.evidence?.independentOnly === true),
    },
    page: { first: page.first, after: page.after === null ? null : page.after.split('|') },
  };
}

/** Whether a cursor's key is of countries, as many as the chain has letters. */
const isBinding = (key: string, letters: number): boolean =>
  key.split('|').length === letters && key.split('|').every((id) => /^country\/[a-z0-9-]+$/.test(id));

function filterAsked(facts: FactsAsked, argument: string): StepFilter {
  const filter = factsAsked(facts, undefined, argument);
  if (!filter.kinds) throw wrong(argument, 'must give kinds, for example { kinds: [Exchange] }.');
  return { ...filter, kinds: filter.kinds };
}

function stepAsked(
  { who, together, order, withinMonths, absent }: StepGiven,
  kinds: readonly string[],
  argument: string,
): ChainStep {
  const parties = who ?? [{ as: 'A' as const }, { as: 'B' as const }];
  if (parties.length < 1 || parties.length > 2) throw wrong(`${argument}.who`, 'takes one or two countries.');
  if (new Set(parties.map(({ as }) => as)).size < parties.length)
    throw wrong(`${argument}.who`, 'gives both countries one letter; two letters are two countries.');
  const months = withinMonths ?? null;
  if (months !== null && (months < 0 || months > 1200))
    throw wrong(`${argument}.withinMonths`, 'must be from 0 to 1200.');
  return {
    who: parties.map((party, i) => partyAsked(party, kinds, `${argument}.who[${i}]`)),
    together: together ?? usual(kinds),
    order: order ?? 'THEN',
    withinMonths: months,
    absent: absent ?? false,
  };
}

const usual = (kinds: readonly string[]): Together =>
  (({ Participation: 'SAME_MEETING', Involvement: 'SAME_INITIATIVE' }) as const)[kinds.join()] ?? 'SAME_FACT';

function partyAsked(
  { as, roles, countries }: PartyGiven,
  kinds: readonly string[],
  argument: string,
): StepParty {
  const asked = listAsked(roles, `${argument}.roles`) ?? null;
  const known = new Set(kinds.flatMap((name) => rolesOf(name)));
  const strange = asked?.filter((role) => !known.has(role)) ?? [];
  if (strange.length > 0) {
    throw wrong(
      `${argument}.roles`,
      `names ${strange.join(', ')}, which ${kinds.join(' and ')} do not have; they have ${[...known].join(', ')}.`,
    );
  }
  return {
    letter: as,
    roles: asked,
    countries:
      listAsked(countries, `${argument}.countries`, COUNTRIES_MOST)?.map((id) =>
        idOfKind(id, `${argument}.countries`, Country),
      ) ?? null,
  };
}

function rolesOf(name: string): string[] {
  const kind = kindNamed(name);
  return kind?.sort === 'fact' ? Object.keys(kind.roles) : [];
}

/** Holds the steps to each other: each shares a country with an earlier one, and what a letter may be holds in all. */
function shared(steps: readonly ChainStep[]): readonly ChainStep[] {
  const countries = new Map<ChainLetter, readonly string[]>();
  const bound = new Set<ChainLetter>();
  steps.forEach(({ who, absent }, i) => {
    if (i === 0 && absent) throw wrong('steps[0].absent', 'must be false: the first step is what is found.');
    if (i > 0 && who.every(({ letter }) => !bound.has(letter)))
      throw wrong(
        `steps[${i}].who`,
        `shares no country with an earlier present step; name one of ${[...bound].join(', ')}.`,
      );
    if (absent && who.some(({ letter }) => !bound.has(letter)))
      throw wrong(
        `steps[${i}].who`,
        `is absent, so it can only name ${[...bound].join(', ')}, which an earlier step finds.`,
      );
    for (const { letter, countries: named } of who) {
      if (!absent) bound.add(letter);
      if (!named) continue;
      const before = countries.get(letter);
      if (before && [...before].sort().join() !== [...named].sort().join())
        throw wrong(`steps[${i}].who`, `gives ${letter} other countries than an earlier step; say it once.`);
      countries.set(letter, named);
    }
  });
  return steps.map((step) => ({
    ...step,
    who: step.who.map((party) => ({ ...party, countries: countries.get(party.letter) ?? null })),
  }));
}
