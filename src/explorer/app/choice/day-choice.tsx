/** One day, or none. */
export function DayChoice({
  label,
  day,
  onChange,
}: {
  readonly label: string;
  readonly day: string | null;
  readonly onChange: (day: string) => void;
}) {
  return (
    <label className="one-choice">
      <span className="label">{label}</span>
      <input type="date" value={day ?? ''} onChange={({ target }) => onChange(target.value)} />
    </label>
  );
}
