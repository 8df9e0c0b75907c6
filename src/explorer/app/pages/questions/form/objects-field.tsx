import { useTexts } from '../../../texts/use-texts.js';
import type { SavedInput } from '../saved.js';
import { memberWord } from '../../../texts/member-words.js';
import { FieldName } from '../field-name.js';
import { headingOf } from '../worded.js';
import type { FieldOf } from './member-field.js';
import { ObjectField } from './object-field.js';

/** A list of input objects: a group of fields for each, in order, with buttons to add one and to take one out. */
export function ObjectsField({
  input,
  member,
  place,
  value,
  onChange,
}: FieldOf & { readonly input: SavedInput }) {
  const { questions, choice, members } = useTexts();
  const all: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <fieldset className="objects-field">
      <legend>
        <FieldName field={member.name} />
      </legend>
      <p className="aside" lang="en" dir="ltr">
        {member.description}
      </p>
      {all.map((one, index) => (
        <div key={index} className="one-of-them">
          <ObjectField
            input={input}
            place={`${place}.${index}`}
            member={{ ...member, description: '' }}
            legend={
              <>
                <FieldName field={member.name} /> {index + 1}
              </>
            }
            value={one}
            onChange={(to) => onChange(all.map((each, at) => (at === index ? to : each)))}
          />
          <button
            type="button"
            className="quiet"
            aria-label={choice.without(
              `${memberWord(members, member.name) ?? headingOf(member.name)} ${index + 1}`,
            )}
            onClick={() => onChange(all.filter((_each, at) => at !== index))}
          >
            ×
          </button>
        </div>
      ))}
      <button type="button" onClick={() => onChange([...all, {}])}>
        {questions.add}
      </button>
    </fieldset>
  );
}
