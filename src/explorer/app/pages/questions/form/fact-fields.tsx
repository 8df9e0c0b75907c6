import '../../../choice/fact-choice.css';
import { DayChoice } from '../../../choice/day-choice.js';
import { ThingsChoice } from '../../../choice/thing-choice.js';
import { useTexts } from '../../../texts/use-texts.js';
import type { SavedInput } from '../saved.js';
import { said } from './asked-values.js';
import { SomeOf } from './closed-list.js';
import type { FieldOf } from './member-field.js';
import { memberOf, MembersOf, withMember } from './object-field.js';

/** What stands in the line that every page has, so that the fields below leave it out. */
const IN_LINE = ['topics.ids', 'actors.ids', 'dated', 'kinds'];

/** Which facts: by topic, by who takes part, by day and by kind as on other pages, and by all else on demand. */
export function FactFields({
  place,
  value,
  onChange,
  input,
}: Omit<FieldOf, 'member'> & { readonly input: SavedInput }) {
  const { choice, fact, thing, questions } = useTexts();
  const at = (outer: string, inner: string): unknown => memberOf(memberOf(value, outer), inner);
  const set = (outer: string, inner: string, to: unknown): void =>
    onChange(withMember(value, outer, withMember(memberOf(value, outer), inner, to)));
  const ids = (of: unknown): readonly string[] => (Array.isArray(of) ? of.map(String) : []);
  const day = (name: string): string | null => (at('dated', name) as string | null | undefined) ?? null;
  const kinds = input.members.find(({ name }) => name === 'kinds')?.values ?? [];
  return (
    <>
      <div className="fact-choice">
        <div className="one-choice">
          <span className="label">{choice.topic}</span>
          <ThingsChoice
            label={choice.topic}
            kinds={['Topic']}
            ids={ids(at('topics', 'ids'))}
            onChange={(to) => set('topics', 'ids', to)}
          />
        </div>
        <div className="one-choice">
          <span className="label">{fact.who}</span>
          <ThingsChoice
            label={fact.who}
            kinds={['Country', 'Agency', 'Group']}
            ids={ids(at('actors', 'ids'))}
            onChange={(to) => set('actors', 'ids', to)}
          />
        </div>
        <DayChoice label={choice.from} day={day('from')} onChange={(to) => set('dated', 'from', to)} />
        <DayChoice label={choice.to} day={day('to')} onChange={(to) => set('dated', 'to', to)} />
        <div className="one-choice">
          <label className="label" htmlFor={`field-${place}.kinds`}>
            {thing.byKind}
          </label>
          <SomeOf
            id={`field-${place}.kinds`}
            named="FactKind"
            values={kinds}
            chosen={ids(memberOf(value, 'kinds'))}
            onChange={(to) => onChange(withMember(value, 'kinds', to))}
          />
        </div>
      </div>
      <details open={isNarrowed(value) || undefined}>
        <summary>{questions.moreChoices}</summary>
        <MembersOf place={place} value={value} onChange={onChange} input={input} without={IN_LINE} />
      </details>
    </>
  );
}

/** Whether something is chosen that the line does not show. */
function isNarrowed(value: unknown): boolean {
  const { topics, actors, dated: _d, kinds: _k, ...others } = (value ?? {}) as Record<string, object>;
  const { ids: _t, ...ofTopics } = (topics ?? {}) as Record<string, unknown>;
  const { ids: _a, ...ofActors } = (actors ?? {}) as Record<string, unknown>;
  return said([others, ofTopics, ofActors]) !== undefined;
}
