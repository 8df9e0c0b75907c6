import type { EntityEntry } from '../../../src/graph/writes/batch.js';
import { Group } from '../../../src/model/entities/group.js';
import { Source } from '../../../src/model/entities/source.js';
import { idOf, LISTS, REGISTER, TOPIC_LIST, WORDS, type Cast } from '../cast.js';
import { named, SUBJECTS } from '../names.js';
import { Random } from '../random.js';
import { stated } from '../tell.js';
import { entity, type TellsOf } from './entity.js';

/** The topics as rows of a code list. */
export function topicEntries(cast: Cast): EntityEntry[] {
  const random = new Random(2);
  return cast.topics.map(({ id, broader }, n) => ({
    id,
    kind: 'Topic',
    listed: {
      source: TOPIC_LIST,
      locator: id,
      values: {
        ...named(random, n, 6, SUBJECTS[Number(/\d+/.exec(id)?.[0]) % SUBJECTS.length]),
        scheme: 'generated',
        notation: id.slice('topic/'.length).toUpperCase(),
        ...(broader.length > 0 ? { broader } : {}),
      },
    },
  }));
}

/** The sources of what no document tells, and the groups. */
export function* sources(): Generator<TellsOf> {
  for (const [id, name, covers] of [
    [REGISTER, 'Generated register', ['Exchange:world:SELECTIVE', 'Cooperation:world:SELECTIVE']],
    [TOPIC_LIST, 'Generated topics', ['Topic:generated:COMPLETE']],
  ] as const) {
    const attributes = { name, publisher: 'The generator', licence: 'CC0-1.0', covers };
    yield entity(Source, { id, attributes }, stated(id, 'as taken in'));
  }
  for (const id of WORDS)
    yield entity(Group, { id, attributes: { name: id.slice(8), definedBy: 'WORDS' } }, stated(REGISTER, id));
  for (let n = 0; n < LISTS; n += 1) {
    const attributes = { name: `Group ${n}`, definedBy: 'LIST' };
    yield entity(Group, { id: idOf.list(n), attributes }, stated(REGISTER, idOf.list(n)));
  }
}
