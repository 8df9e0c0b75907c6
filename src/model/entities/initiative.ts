import { codes, entityKind, gist, oneOf, texts, toOne } from '../declaration.js';
import { REFERENCES } from '../names.js';
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

/** Through whom aid goes, in the terms of IATI. */
export const collaborationType = enumeration(
  'CollaborationType',
  'Through whom the aid of an initiative goes, as its register says in the terms of IATI.',
  {
    BILATERAL: 'From one country to another.',
    MULTILATERAL_INFLOWS: 'Contributions to a multilateral body.',
    CORE_CONTRIBUTIONS: 'From a country to the core of a non-governmental or private body.',
    MULTILATERAL_OUTFLOWS: 'From a multilateral body.',
    PRIVATE_OUTFLOWS: 'From the private sector.',
    EX_POST_REPORTING: 'What a body did with core contributions, told afterwards.',
    TRIANGULAR: 'From one country to another, with a third that helps.',
  },
);

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
    collaborationType: oneOf(collaborationType, 'Through whom its aid goes, as its register says.'),
    unresolvedCodes: texts(
      'What its register says in codes that no list here explains, as written, for example "sector 1 12100".',
    ),
    references: codes(REFERENCES),
  },
  links: {
    partOf: toOne(['Initiative'], 'PART_OF', 'The initiative that it is part of.', { inverse: 'parts' }),
  },
});
