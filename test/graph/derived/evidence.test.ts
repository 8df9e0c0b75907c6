import { describe, expect, it } from 'vitest';
import { canonical } from '../../../src/model/claim.js';
import { evidenceOf, standingClaims, type RecordedClaim } from '../../../src/graph/derived/evidence.js';

const claim = (id: string, more: Partial<RecordedClaim> = {}): RecordedClaim => ({
  ...{ id: `claim/${id}`, place: '', target: 'exchange/x', about: 'existence', value: null },
  ...{ source: 'document/report', locator: '4', documentDate: null, endedAt: null },
  ...{ voice: null, voiceCapacity: 'OWN', relayedBy: [], certainty: 'STATED', reason: null, basis: null },
  ...{ inferredFrom: [], stance: 'SUPPORTS', status: 'ACCEPTED' },
  ...{ register: 'seed', recordedAt: '2026-11-20T00:00:00.000Z' },
  ...more,
});

const textOf = (claims: readonly RecordedClaim[]): string | null =>
  evidenceOf(claims).evidence as string | null;

/** The claims one by one, by id. */
const found = (evidence: string | null): { id: string }[] =>
  standingClaims(evidence)
    .flatMap(([shared, own]) => own.map(([id, about, value]) => ({ ...shared, id, about, value })))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

describe('the evidence that is kept at a thing', () => {
  it('gives back every claim that stands, with all that it says', () => {
    const said = [
      claim('a'),
      claim('b', { about: 'stage', value: 'DONE' }),
      claim('c', {
        about: 'period',
        value: { edtf: '2013' } as never,
        source: 'source/register',
        locator: 'row 7',
      }),
      claim('d', {
        ...{
          certainty: 'INFERRED',
          reason: 'It follows.',
          basis: 'READER',
          inferredFrom: ['claim/z', 'claim/y'],
        },
        ...{ voice: 'country/egy', voiceCapacity: 'CHAIR', relayedBy: ['agency/b', 'agency/a'] },
        ...{ stance: 'CONTRADICTS', status: 'SUBMITTED', register: 'other' },
      }),
    ];
    const told = said.map(
      ({ id, about, value, place: _, target: __, documentDate: ___, endedAt: ____, ...shared }) => ({
        ...shared,
        inferredFrom: [...shared.inferredFrom].sort(),
        ...{ id, about, value: value === null ? null : canonical(value) },
      }),
    );
    expect(found(textOf(said))).toEqual(told);
  });

  it('leaves out what has ended or was withdrawn, and keeps what waits for review', () => {
    const said = [
      claim('a', { endedAt: '2026-11-21T00:00:00.000Z' }),
      claim('b', { status: 'WITHDRAWN' }),
      claim('c', { status: 'SUBMITTED' }),
    ];
    expect(found(textOf(said)).map(({ id }) => id)).toEqual(['claim/c']);
  });

  it('is nothing where nothing stands', () => {
    expect(Object.values(evidenceOf([claim('a', { status: 'WITHDRAWN' })]))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(standingClaims(null)).toEqual([]);
  });

  it('does not depend on the order of the claims', () => {
    const said = ['a', 'b', 'c'].map((id) => claim(id, { locator: id === 'b' ? '5' : '4' }));
    expect(evidenceOf([...said].reverse())).toEqual(evidenceOf(said));
  });

  it('names each source, paragraph, speaker and ground once; a row of a register is no paragraph', () => {
    const said = [
      claim('a', { voice: 'country/egy', relayedBy: ['agency/b'] }),
      claim('b', { about: 'stage', value: 'DONE', inferredFrom: ['claim/z'] }),
      claim('c', {
        source: 'source/register',
        locator: '7',
        relayedBy: ['agency/b'],
        inferredFrom: ['claim/z'],
      }),
    ];
    expect({ ...evidenceOf(said), evidence: null }).toEqual({
      evidence: null,
      evidenceSources: ['document/report', 'source/register'],
      evidencePlaces: ['document/report|4'],
      evidenceVoices: ['agency/b', 'country/egy'],
      evidenceGrounds: ['claim/z'],
    });
  });

  it('says once what claims of one source at one place share', () => {
    const two = textOf([claim('a'), claim('b', { about: 'stage', value: 'DONE' })]) ?? '';
    expect(two.split('document/report')).toHaveLength(2);
  });
});
