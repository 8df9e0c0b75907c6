import { describe, expect, it } from 'vitest';
import { matchScore, missingOf, weighedMatches, type MatchFound } from '../../src/model/rules/matches.js';
import { MATCH_WEIGHTS, type MatchReason, type TopicRelation } from '../../src/model/values/matches.js';

const found = (reason: MatchReason, relation: TopicRelation | null = null): MatchFound => ({
  reason,
  relation,
});

describe('why somebody may answer a need', () => {
  it.each<[string, MatchFound[], string, number]>([
    ['an offer on the topic', [found('OFFERED', 'SAME')], 'OFFERED SAME 12', 12],
    ['a narrower one counts less', [found('OFFERED', 'NARROWER')], 'OFFERED NARROWER 8', 8],
    ['a broader one least', [found('OFFERED', 'BROADER')], 'OFFERED BROADER 4', 4],
    [
      'only the closest topic of a reason adds',
      [found('PROVIDED', 'BROADER'), found('PROVIDED', 'SAME'), found('PROVIDED', 'NARROWER')],
      'PROVIDED SAME 9, PROVIDED NARROWER 0, PROVIDED BROADER 0',
      9,
    ],
    ['a past tie is not multiplied', [found('PAST_TIE')], 'PAST_TIE null 3', 3],
    [
      'in a fixed order',
      [found('PAST_TIE'), found('EXPERIENCED', 'BROADER'), found('OFFERED', 'NARROWER')],
      'OFFERED NARROWER 8, EXPERIENCED BROADER 2, PAST_TIE null 3',
      13,
    ],
    ['nothing', [], '', 0],
  ])('%s', (_name, given, told, score) => {
    const reasons = weighedMatches(given, MATCH_WEIGHTS);
    expect(reasons.map((one) => `${one.reason} ${one.relation} ${one.weight}`).join(', ')).toBe(told);
    expect(matchScore(reasons)).toBe(score);
  });

  const COVER = ['Position', 'Exchange', 'Cooperation'].map((kind) => ({
    kind,
    extent: 'group/south',
    completeness: 'COMPLETE' as const,
  }));
  const scope = { country: 'country/arn', groups: ['group/south'] };
  it.each<[string, MatchFound[], boolean, typeof COVER, string]>([
    ['all', [], true, [], 'NO_OFFER NO_EXPERIENCE NO_PAST_TIE NOT_COVERED'],
    [
      'a tie is not missed where nobody is known to have the need',
      [],
      false,
      [],
      'NO_OFFER NO_EXPERIENCE NOT_COVERED',
    ],
    ['experience of either sort', [found('EXPERIENCED', 'SAME')], false, [], 'NO_OFFER NOT_COVERED'],
    ['what a source covers whole is not there', [], true, COVER, 'NO_OFFER NO_EXPERIENCE NO_PAST_TIE'],
    ['one kind not covered', [], true, COVER.slice(0, 2), 'NO_OFFER NO_EXPERIENCE NO_PAST_TIE NOT_COVERED'],
    [
      'only what is missing must be covered',
      [found('PROVIDED', 'SAME'), found('PAST_TIE')],
      true,
      COVER.slice(0, 1),
      'NO_OFFER',
    ],
    ['nothing', [found('OFFERED', 'BROADER'), found('PROVIDED', 'SAME'), found('PAST_TIE')], true, [], ''],
  ])('what is missing: %s', (_name, given, tieAsked, covers, missing) => {
    expect(missingOf(given, tieAsked, covers, scope).join(' ')).toBe(missing);
  });
});
