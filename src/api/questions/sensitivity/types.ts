import { Float, Int } from 'type-graphql';
import { strictness } from '../../../model/values/strictness.js';
import { classNamed, objectType } from '../../types/declare.js';
import { enumOf } from '../../types/enums.js';
import { leftOut } from '../../types/left-out.js';
import { aboutAnswer } from '../../types/plans.js';

objectType('SensitivityCount', 'How many answers stay when a question is asked stricter.', {
  strictness: { type: enumOf(strictness), description: 'How much stricter it is asked.' },
  count: { type: () => Int, description: 'How many answers there are then: pairs, or facts.' },
  lost: { type: () => Int, description: 'How many fewer that is than as asked.' },
  share: {
    type: () => Float,
    nullable: true,
    description: 'What part of the answers as asked stays, from 0 to 1; null when there were none.',
  },
  inWords: {
    type: () => String,
    description: 'The same as a sentence, for example "12 of 16: Every fact is stated by a source."',
  },
});

objectType('Sensitivity', 'How far the answers to a question hang on weak evidence: counts only.', {
  ...aboutAnswer('Why there is no answer even as asked, in words; null when there is one.'),
  counts: {
    type: () => classNamed('SensitivityCount'),
    list: true,
    description: 'As asked first, then each demand alone, then all together.',
  },
  leftOut,
});
