import { entityKind, oneOf, text, toOne } from '../declaration.js';
import { enumeration } from '../values/enumeration.js';
import { stage } from '../values/stage.js';

/** What form a meeting takes. */
export const meetingForm = enumeration('MeetingForm', 'What form a meeting takes.', {
  CONFERENCE: 'A conference or summit.',
  MEETING: 'A meeting, workshop or seminar.',
  SESSION: 'A session or sitting of a body or of a conference.',
  CONSULTATION: 'Informal consultations.',
  SERIES: 'A recurring gathering, of which single meetings are part.',
  REPORTED_GROUPING: 'A grouping of the discussions that a report made; not a sitting.',
});

/** A conference, a session, a part of a meeting, or a series of meetings. */
export const Meeting = entityKind({
  kind: 'Meeting',
  plural: 'meetings',
  dated: true,
  description:
    'A conference, session, part of a meeting, or a series. Attending it is a Participation; attending is not sharing.',
  attributes: {
    meetingForm: oneOf(meetingForm, 'What form it takes.'),
    place: text('City and, where given, building or room.'),
    hours: text('Local hours as HH:MM/HH:MM, for example 15:00/18:00.'),
    stage: oneOf(stage, 'Whether it took place.'),
  },
  links: {
    partOf: toOne(['Meeting'], 'PART_OF', 'The meeting or series that it is part of.', { inverse: 'parts' }),
    body: toOne(['Agency', 'Group'], 'SESSION_OF', 'The body whose session it is.', { inverse: 'sessions' }),
    initiative: toOne(['Initiative'], 'IN', 'The initiative under which it was held.', {
      inverse: 'meetings',
    }),
    groupedBy: toOne(
      ['Country', 'Agency', 'Group'],
      'GROUPED_BY',
      'Who made the grouping, for a reported grouping.',
    ),
  },
});
