/** The greatest of a column of numbers, by which its bars are drawn; 0 where it is no such column. */
export function greatestOf(values: readonly unknown[]): number {
  const numbers = values.filter((value) => typeof value === 'number');
  return values.length > 1 && numbers.length === values.length ? Math.max(...numbers) : 0;
}

/** A number with a bar beside it, so that a column is a picture too. */
export function Measured({ value, greatest }: { readonly value: unknown; readonly greatest: number }) {
  const share = typeof value === 'number' ? value / greatest : 0;
  return (
    <span className="measured">
      <span>{String(value)}</span>
      <span className="bar" aria-hidden="true">
        <span style={{ inlineSize: `${Math.round(Math.max(share, 0) * 100)}%` }} />
      </span>
    </span>
  );
}
