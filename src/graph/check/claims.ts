import { claimOf, type ClaimValue } from '../../model/claim.js';
import { oneOf, text, type Attribute } from '../../model/declaration.js';
import { kindOfId } from '../../model/kinds.js';
import { capacity, type Capacity } from '../../model/values/capacity.js';
import {
  certainty,
  claimStatus,
  stance,
  type Certainty,
  type ClaimStatus,
  type Stance,
} from '../../model/values/certainty.js';
import type { ClaimRow } from './claim-walk.js';
import { aboutFault } from './claim-about.js';
import type { Findings } from './findings.js';
import { typeFault, valueFault } from './properties.js';

const BASIS = /^(READER|MAPPING|RULE:[a-z0-9]+(-[a-z0-9]+)*)$/;
const SOURCES: readonly string[] = ['Document', 'Source'];
const CAPACITY = oneOf(capacity, '');

const REQUIRED: Readonly<Record<string, Attribute>> = {
  id: text(''),
  place: text(''),
  about: text(''),
  value: text(''),
  locator: text(''),
  certainty: oneOf(certainty, ''),
  stance: oneOf(stance, ''),
  status: oneOf(claimStatus, ''),
  register: text(''),
  batch: text(''),
  recordedAt: text(''),
};
const OPTIONAL: Readonly<Record<string, Attribute>> = {
  reason: text(''),
  basis: text(''),
  endedAt: text(''),
  endedBy: text(''),
  statusBefore: oneOf(claimStatus, ''),
};

/** Checks one claim by itself and with all that it is tied to. */
export function checkClaim(claim: ClaimRow, findings: Findings): void {
  const targets = claim.states.map(({ target }) => target);
  const tell = (rule: Parameters<Findings['wrong']>[0], property: string, what: string): void =>
    findings.wrong(rule, claim.id, property, what, targets);
  const shape = shapeFault(claim);
  findings.checked('claimShape');
  if (shape) return tell('claimShape', shape[0], shape[1]);
  const [states] = claim.states;
  findings.checked('states');
  if (!states || claim.states.length > 1)
    return tell('states', 'STATES', `states ${claim.states.length} things: ${targets.join(', ')}`);
  const about = String(claim.properties['about']);
  const off =
    states.about === about
      ? aboutFault(states.target, about, valueOf(claim))
      : `is about ${about}, but states ${states.about ?? 'nothing'}`;
  if (off) tell('states', 'about', off);
  checkCites(claim, tell, findings);
  checkVoices(claim, tell, findings);
  // A circle of inferences was told before; what else its ties spoil follows from it.
  if (!findings.isTold(claim.id)) checkInference(claim, tell, findings);
  if (claim.ended || findings.isTold(claim.id)) return;
  findings.checked('claimIds');
  const remade = remadeId(claim, states.target);
  if (remade !== claim.id) tell('claimIds', 'id', `would be ${remade} for what it now says`);
}

type Tell = (rule: Parameters<Findings['wrong']>[0], property: string, what: string) => void;

function shapeFault({ properties, types, batchKnown }: ClaimRow): [string, string] | null {
  for (const [name, attribute] of Object.entries({ ...REQUIRED, ...OPTIONAL })) {
    const value = properties[name];
    if (value === undefined && REQUIRED[name]) return [name, 'is missing'];
    const wrong =
      value === undefined
        ? null
        : (typeFault(attribute, types[name] ?? '', value) ?? valueFault(attribute, value));
    if (wrong) return [name, wrong];
  }
  const other = Object.keys(properties).find((name) => !REQUIRED[name] && !OPTIONAL[name]);
  if (other) return [other, 'is not declared'];
  try {
    JSON.parse(String(properties['value']));
  } catch {
    return ['value', 'is no JSON'];
  }
  return batchKnown ? null : ['batch', `names no batch that is recorded: ${String(properties['batch'])}`];
}

const valueOf = ({ properties }: ClaimRow): ClaimValue =>
  JSON.parse(String(properties['value'])) as ClaimValue;

function checkCites(claim: ClaimRow, tell: Tell, findings: Findings): void {
  const { cites, paragraphs, hasUnits, properties } = claim;
  // A claim that no longer counts may cite what was never a paragraph: that may be why it was ended.
  if (claim.ended) return;
  findings.checked('cites');
  const locator = String(properties['locator']);
  const [cited] = cites;
  if (!cited || cites.length > 1)
    return tell(
      'cites',
      'CITES',
      `cites ${cites.length} documents or sources: ${cites.map(({ id }) => id).join(', ')}`,
    );
  if (!SOURCES.includes(kindOfId(cited.id)?.kind ?? ''))
    return tell('cites', 'CITES', `cites ${cited.id}, which is neither document nor source`);
  if (locator === '' || cited.locator !== locator)
    return tell('cites', 'locator', `is "${locator}", but ${cited.id} is cited at "${cited.locator ?? ''}"`);
  const strange = paragraphs.find((one) => one.document !== cited.id || one.locator !== locator);
  if (strange) return tell('cites', 'CITES', `cites ${strange.id}, which is not "${locator}" of ${cited.id}`);
  if (hasUnits && paragraphs.length !== 1)
    tell(
      'cites',
      'CITES',
      `cites ${paragraphs.length} paragraphs "${locator}" of ${cited.id}, which has paragraphs`,
    );
}

function checkVoices({ voices, relays }: ClaimRow, tell: Tell, findings: Findings): void {
  findings.checked('voices');
  const isActor = (id: string): boolean => {
    const kind = kindOfId(id);
    return kind?.sort === 'entity' && kind.actor;
  };
  const [voice] = voices;
  if (voices.length > 1) tell('voices', 'BY', `has ${voices.length} voices`);
  else if (voice && !isActor(voice.id) && kindOfId(voice.id)?.kind !== 'Meeting')
    tell('voices', 'BY', `has the voice ${voice.id}, which is neither actor nor meeting`);
  else if (voice && (voice.capacity === null || valueFault(CAPACITY, voice.capacity)))
    tell('voices', 'BY', `has a voice in the capacity ${JSON.stringify(voice.capacity)}`);
  const mute = relays.find(({ id }) => !isActor(id));
  if (mute) tell('voices', 'RELAYED_BY', `is relayed by ${mute.id}, which is no actor`);
  else if (relays.some(({ order }, i) => order !== i + 1))
    tell('voices', 'RELAYED_BY', 'is relayed in no clear order');
}

function checkInference({ properties, premises }: ClaimRow, tell: Tell, findings: Findings): void {
  findings.checked('inference');
  const { reason, basis } = properties as { reason?: string; basis?: string };
  if (properties['certainty'] === 'STATED') {
    const given = reason ? 'reason' : basis ? 'basis' : premises.length > 0 ? 'INFERRED_FROM' : null;
    if (given) tell('inference', given, 'is given, though the claim is stated');
  } else if (!reason) tell('inference', 'reason', 'is missing');
  else if (!basis || !BASIS.test(basis))
    tell('inference', 'basis', `is no basis: ${JSON.stringify(basis ?? null)}`);
}

function remadeId(claim: ClaimRow, target: string): string {
  const { properties, voices, relays, premises, cites } = claim;
  const said = properties as Readonly<Record<string, string | undefined>>;
  return claimOf({
    target,
    about: String(said['about']),
    value: valueOf(claim),
    source: cites[0]?.id ?? '',
    locator: String(said['locator']),
    voice: voices[0]?.id ?? null,
    voiceCapacity: (voices[0]?.capacity ?? 'OWN') as Capacity,
    relayedBy: relays.map(({ id }) => id),
    certainty: said['certainty'] as Certainty,
    reason: said['reason'] ?? null,
    basis: said['basis'] ?? null,
    inferredFrom: premises,
    stance: said['stance'] as Stance,
    status: said['status'] as ClaimStatus,
  }).id;
}
