/** As a box for days takes it. */
const IS_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** One day, or none; what is no day stands there as it was written, so that it can be mended. */
export function DayChoice({
  label,
  day,
  onChange,
}: {
  readonly label: string;
  readonly day: string | null;
  readonly onChange: (day: string) => void;
}) {
  const odd = day !== null && day !== '' && !IS_DAY.test(day);
  return (
    <label className="one-choice">
      <span className="label">{label}</span>
      <input
        type={odd ? 'text' : 'date'}
        aria-invalid={odd}
        value={day ?? ''}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}
