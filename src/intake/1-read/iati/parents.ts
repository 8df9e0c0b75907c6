import { attributeOf, childrenOf } from './element.js';
import { keyOf } from './ids.js';
import { addRowOf, type Activity, type ActivityAt } from './reading.js';

/** That one activity is part of another, as one of the two says. */
interface Parenthood {
  readonly child: string;
  readonly parent: string;
  readonly said: ActivityAt;
  readonly line: number;
}

const PARENT = '1';
const CHILD = '2';

/** What the activities of all files say of which is part of which. */
export class Parents {
  private readonly said: Parenthood[] = [];

  /** Notes the parents and children that an activity names; other relations have no place in the model. */
  note(activity: Activity): void {
    const said = { reading: activity.reading, identifier: activity.identifier };
    for (const one of childrenOf(activity.element, 'related-activity')) {
      const type = attributeOf(one, 'type');
      const identifier = attributeOf(one, 'ref') ?? one.text;
      const other = `initiative/${keyOf(identifier)}`;
      if (type !== PARENT && type !== CHILD)
        activity.reading.passed.over('related activities that are neither parent nor child');
      else if (identifier === '' || other === activity.id)
        activity.reading.passed.over('related activities that name none, or themselves');
      else {
        const [child, parent] = type === PARENT ? [activity.id, other] : [other, activity.id];
        this.said.push({ child, parent, said, line: one.line });
      }
    }
  }

  /** Adds a claim for each tie between activities of these files; one that has a parent already gets no second. */
  addRows(known: ReadonlySet<string>): void {
    const parentOf = new Map<string, string>();
    for (const { child, parent, said, line } of this.said) {
      const { passed } = said.reading;
      if (!known.has(child) || !known.has(parent))
        passed.over('related activities that are not in these files');
      else if (parentOf.has(child)) {
        if (parentOf.get(child) !== parent) passed.over('further parents of one activity');
      } else if (leadsTo(parent, child, parentOf)) passed.over('related activities in a circle');
      else {
        parentOf.set(child, parent);
        addRowOf(said, 'claim', line, { target: child, about: `partOf:${parent}` });
      }
    }
  }
}

/** Whether the parents of one lead to the other. */
function leadsTo(from: string, to: string, parentOf: ReadonlyMap<string, string>): boolean {
  for (let at: string | undefined = from; at !== undefined; at = parentOf.get(at)) if (at === to) return true;
  return false;
}
