import type { SavedInput } from '../saved.js';
import type { ReactNode } from 'react';
import { FieldName } from '../field-name.js';
import { FactFields } from './fact-fields.js';
import { MemberField, type FieldOf } from './member-field.js';

/** A value of an object's member. */
export const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/** The object with another value of a member. */
export const withMember = (value: unknown, name: string, inner: unknown): Record<string, unknown> => ({
  ...(typeof value === 'object' && value !== null ? value : {}),
  [name]: inner,
});

/** An input object as a group of fields; one that chooses facts as facts are chosen on every page. */
export function ObjectField({
  input,
  legend,
  ...field
}: FieldOf & {
  readonly input: SavedInput;
  /** In place of the member's name, where it is one of several. */
  readonly legend?: ReactNode;
}) {
  const { member } = field;
  return (
    <fieldset className="object-field">
      <legend>{legend ?? <FieldName field={member.name} />}</legend>
      {member.description !== '' && (
        <p className="aside" lang="en" dir="ltr">
          {member.description}
        </p>
      )}
      {input.name === 'FactFilter' ? (
        <FactFields {...field} input={input} />
      ) : (
        <MembersOf {...field} input={input} />
      )}
    </fieldset>
  );
}

/** A field for each member of an input object, but for those that stand elsewhere. */
export function MembersOf({
  input,
  place,
  value,
  onChange,
  without = [],
}: Omit<FieldOf, 'member'> & { readonly input: SavedInput }) {
  return (
    <div className="members-of">
      {input.members
        .filter(({ name }) => !without.includes(name))
        .map((member) => (
          <MemberField
            key={member.name}
            place={`${place}.${member.name}`}
            member={member}
            owner={input.name}
            value={memberOf(value, member.name)}
            onChange={(inner) => onChange(withMember(value, member.name, inner))}
            without={without.flatMap((each) =>
              each.startsWith(`${member.name}.`) ? [each.slice(member.name.length + 1)] : [],
            )}
          />
        ))}
    </div>
  );
}
