/** A day, a number, or words; several words stand one on a line. */
export function PlainField({
  id,
  named,
  list,
  value,
  onChange,
}: {
  readonly id: string;
  readonly named: string;
  readonly list: boolean;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}) {
  if (list)
    return (
      <textarea
        id={id}
        rows={2}
        dir="auto"
        value={Array.isArray(value) ? value.join('\n') : ''}
        onChange={({ target }) => onChange(target.value.split('\n'))}
      />
    );
  const number = named === 'Int' || named === 'Float';
  return (
    <input
      id={id}
      type={named === 'Day' ? 'date' : number ? 'number' : 'text'}
      {...(named === 'Float' ? { step: 'any' } : {})}
      dir="auto"
      value={value === undefined || value === null ? '' : String(value)}
      onChange={({ target }) => onChange(number && target.value !== '' ? target.valueAsNumber : target.value)}
    />
  );
}
