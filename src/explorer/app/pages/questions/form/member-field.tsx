import { use, type ReactNode } from 'react';
import { ThingChoice, ThingsChoice } from '../../../choice/thing-choice.js';
import { useTexts } from '../../../texts/use-texts.js';
import type { SavedVariable } from '../saved.js';
import { FieldName } from '../field-name.js';
import { headingOf } from '../worded.js';
import { OneOf, SomeOf } from './closed-list.js';
import { Inputs } from './inputs.js';
import { ObjectField } from './object-field.js';
import { ObjectsField } from './objects-field.js';
import { PlainField } from './plain-field.js';
import { kindsAsked, typeAsked } from './type-asked.js';

/** What every field of a form is given. */
export interface FieldOf {
  /** Its place in the form, for example `filter.topics.ids`. */
  readonly place: string;
  readonly member: SavedVariable;
  /** The input object that it is a member of; undefined for a variable. */
  readonly owner?: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  /** Places of members that stand elsewhere in the form. */
  readonly without?: readonly string[];
}

/** One variable or member as the field that its type asks for. */
export function MemberField(field: FieldOf) {
  const type = typeAsked(field.member, use(Inputs));
  if (type.input && type.list) return <ObjectsField {...field} input={type.input} />;
  if (type.input) return <ObjectField {...field} input={type.input} />;
  return (
    <Labelled {...field}>
      <Scalar {...field} />
    </Labelled>
  );
}

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

function Scalar({ place, member, owner, value, onChange }: FieldOf) {
  const { questions } = useTexts();
  const { list, named } = typeAsked(member, []);
  const id = `field-${place}`;
  const text = value === undefined || value === null ? '' : String(value);
  if (member.values) {
    const closed = { id, named, values: member.values, onChange };
    return list ? <SomeOf {...closed} chosen={texts(value)} /> : <OneOf {...closed} value={text} />;
  }
  if (named === 'Boolean')
    return (
      <select
        id={id}
        value={text}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.value === 'true')}
      >
        <option value="" />
        <option value="true">{questions.yes}</option>
        <option value="false">{questions.no}</option>
      </select>
    );
  if (named === 'ID') {
    const picked = {
      label: questions.pick(headingOf(member.name)),
      kinds: kindsAsked(member, owner),
      onChange,
    };
    return list ? (
      <ThingsChoice {...picked} ids={texts(value)} />
    ) : (
      <ThingChoice {...picked} id={text === '' ? null : text} typed />
    );
  }
  return <PlainField id={id} named={named} list={list} value={value} onChange={onChange} />;
}

/** A field under its name, with what it means. */
function Labelled({ place, member, children }: FieldOf & { readonly children: ReactNode }) {
  const { questions } = useTexts();
  const { named } = typeAsked(member, []);
  const name = (
    <>
      <FieldName field={member.name} />
      {member.required && <span className="aside"> {questions.required}</span>}
    </>
  );
  return (
    <div className="field">
      {/* A box in which one picks a thing has a label of its own. */}
      {named === 'ID' ? (
        <span className="name">{name}</span>
      ) : (
        <label htmlFor={`field-${place}`}>{name}</label>
      )}
      {children}
      <p className="aside" lang="en" dir="ltr">
        {member.description}
      </p>
    </div>
  );
}
