import type { EventDays } from '../../../src/model/rules/roll-up.js';
import { closure, type TopicClosure } from '../../../src/model/rules/topics.js';
import type { PartyRow } from '../../../src/graph/derived/derive.js';
import { daysOf, type RolledUpRows } from '../../../src/graph/writes/worked-out.js';

type Actor = Pick<PartyRow, 'actorKind' | 'agencyType' | 'country' | 'definedBy'>;

/** What of the entities that were told later facts hang on: little, so that memory stays flat. */
export class Known {
  readonly days = new Map<string, EventDays>();
  readonly issued = new Map<string, string>();
  readonly actors = new Map<string, Actor>();
  /** Ids of paragraphs by document and locator, as `document|locator`. */
  readonly paragraphs = new Map<string, string[]>();
  readonly #broader = new Map<string, string[]>();
  #within: TopicClosure = new Map();

  get within(): TopicClosure {
    return this.#within;
  }

  /** Remembers what was rolled up. */
  remember({ properties, ends }: RolledUpRows): void {
    const targets = (relationship: string): Map<string, string[]> => {
      const found = new Map<string, string[]>();
      for (const end of ends)
        if (end.relationship === relationship) found.set(end.id, [...(found.get(end.id) ?? []), end.target]);
      return found;
    };
    const [countries, broader, documents] = ['OF_COUNTRY', 'BROADER', 'IN_DOCUMENT'].map(targets) as [
      Map<string, string[]>,
      Map<string, string[]>,
      Map<string, string[]>,
    ];
    let topics = false;
    for (const { id, sort, properties: of } of properties) {
      const text = (name: string): string | null => (of[name] as string | null | undefined) ?? null;
      if (sort === 'entity' && 'ongoing' in of)
        this.days.set(id, daysOf({ startMax: text('startMax'), endMin: text('endMin') }));
      const [issuedOn, locator] = [text('issuedOn'), text('locator')];
      if (issuedOn !== null) this.issued.set(id, issuedOn);
      const kind = text('kind');
      if (kind === 'Country' || kind === 'Agency' || kind === 'Group') {
        const country = countries.get(id)?.[0] ?? null;
        this.actors.set(id, {
          actorKind: kind,
          agencyType: text('agencyType'),
          country,
          definedBy: text('definedBy'),
        });
      }
      if (kind === 'Paragraph')
        for (const document of documents.get(id) ?? []) {
          const place = `${document}|${locator}`;
          this.paragraphs.set(place, [...(this.paragraphs.get(place) ?? []), id]);
        }
      if (kind === 'Topic') {
        this.#broader.set(id, broader.get(id) ?? []);
        topics = true;
      }
    }
    if (topics) this.#within = closure(this.#broader);
  }
}
