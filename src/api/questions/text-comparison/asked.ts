import type { ComparisonFilter } from '../../../graph/reads/text-comparison/units.js';
import type { Page } from '../../../graph/reads/page.js';
import { Document } from '../../../model/entities/document.js';
import { Fault } from '../../../model/faults.js';
import type { TextSide, TextUnit, UnitOutcome } from '../../../model/values/text-comparison.js';
import { evidenceAsked, type EvidenceAsked } from '../facts-asked.js';
import { idOfKind, idsAsked, listAsked } from '../ids.js';
import { pageAsked, type PageArgs } from '../page-asked.js';

type List<T = string> = readonly T[] | null | undefined;

/** The arguments as they arrive. */
export interface Given extends PageArgs {
  readonly from: string;
  readonly to: string;
  readonly sides?: List<TextSide>;
  readonly units?: List<TextUnit>;
  readonly outcomes?: List<UnitOutcome>;
  readonly strength?: List;
  readonly changed?: List;
  readonly act?: List;
  readonly addressees?: List;
  readonly fromUnits?: List;
  readonly toUnits?: List;
  readonly fromPart?: string | null;
  readonly toPart?: string | null;
  readonly evidence?: EvidenceAsked | null;
}

const FIELD = 'textComparison';
const UNITS = ['Paragraph', 'Proposal'];
const KEY = /^[12]\|/;

/** Checks the arguments; a fault names the argument and what it takes. */
export function comparisonAsked(given: Given): { readonly filter: ComparisonFilter; readonly page: Page } {
  const at = (argument: string): string => `${FIELD}(${argument}:)`;
  const list = <T>(argument: string, asked: List<T>): readonly T[] | null =>
    listAsked(asked, at(argument)) ?? null;
  const ids = (argument: string, asked: List, kinds: readonly string[]): readonly string[] | null =>
    idsAsked(asked, at(argument), kinds) ?? null;
  const from = idOfKind(given.from, at('from'), Document);
  const to = idOfKind(given.to, at('to'), Document);
  if (from === to) {
    throw new Fault('BAD_USER_INPUT', `${FIELD} compares two documents, but was given ${from} twice.`, {
      details: { argument: 'to' },
    });
  }
  return {
    page: pageAsked(given, FIELD, (key) => KEY.test(key)),
    filter: {
      from,
      to,
      sides: list('sides', given.sides),
      units: list('units', given.units),
      outcomes: list('outcomes', given.outcomes),
      strength: list('strength', given.strength),
      changed: list('changed', given.changed),
      acts: list('act', given.act),
      addressees: ids('addressees', given.addressees, ['Country', 'Agency', 'Group']),
      fromUnits: ids('fromUnits', given.fromUnits, UNITS),
      toUnits: ids('toUnits', given.toUnits, UNITS),
      fromPart: given.fromPart ?? null,
      toPart: given.toPart ?? null,
      evidence: given.evidence ? evidenceAsked(given.evidence, 'evidence') : {},
    },
  };
}
