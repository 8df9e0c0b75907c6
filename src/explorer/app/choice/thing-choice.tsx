import { EntityPicker } from '../entities/entity-picker.js';
import type { EntityKind } from '../entities/kinds.js';
import { Chosen } from './chosen.js';

/** One thing, picked by its name and taken away by a button. */
export function ThingChoice({
  label,
  kinds,
  id,
  onChange,
  typed = false,
}: {
  readonly label: string;
  readonly kinds?: readonly EntityKind[] | undefined;
  readonly id: string | null;
  readonly onChange: (id: string | null) => void;
  /** Whether an id may be typed too. */
  readonly typed?: boolean;
}) {
  return id === null ? (
    <EntityPicker
      label={label}
      {...(kinds ? { kinds } : {})}
      onPick={(picked) => onChange(picked.id)}
      {...(typed ? { onText: onChange } : {})}
    />
  ) : (
    <Chosen id={id} kind={kinds?.length === 1 ? kinds[0] : undefined} onRemove={() => onChange(null)} />
  );
}

/** Several things, each picked by its name; an id may be typed too. */
export function ThingsChoice({
  label,
  kinds,
  ids,
  onChange,
}: {
  readonly label: string;
  readonly kinds?: readonly EntityKind[] | undefined;
  readonly ids: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}) {
  const add = (id: string): void => onChange(ids.includes(id) ? ids : [...ids, id]);
  return (
    <>
      {ids.map((id) => (
        <Chosen key={id} id={id} onRemove={() => onChange(ids.filter((each) => each !== id))} />
      ))}
      <EntityPicker
        label={label}
        clears
        {...(kinds ? { kinds } : {})}
        onPick={({ id }) => add(id)}
        onText={add}
      />
    </>
  );
}
