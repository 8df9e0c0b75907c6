import { entityKind, gist, oneOf, toOne } from '../declaration.js';
import { enumeration } from '../values/enumeration.js';
import { stage } from '../values/stage.js';

/** What form an initiative takes. */
export const initiativeForm = enumeration('InitiativeForm', 'What form an initiative takes.', {
  PROJECT: 'A project.',
  PROGRAMME: 'A programme or scheme.',
  FUND: 'A fund or trust fund.',
  PLATFORM: 'A platform, portal or web page.',
  DATABASE: 'A database or roster.',
  PARTNERSHIP: 'A partnership, forum or standing dialogue.',
  TREATY: 'A treaty or agreement.',
  INSTITUTION: 'A body or centre named as an initiative.',
  SUMMIT: 'A summit or meeting named as an initiative.',
  OTHER: 'None of these, or not said.',
});

/** A project, programme, fund, platform, partnership or treaty. */
export const Initiative = entityKind({
  kind: 'Initiative',
  plural: 'initiatives',
  dated: true,
  description:
    'A project, programme, fund, platform or database, partnership or treaty. Who takes part is an Involvement.',
  attributes: {
    initiativeForm: oneOf(initiativeForm, 'What form it takes.'),
    stage: oneOf(stage, 'How far it has come.'),
    gist: gist('What it is, in our own words.'),
  },
  links: {
    partOf: toOne(['Initiative'], 'PART_OF', 'The initiative that it is part of.', { inverse: 'parts' }),
  },
});
