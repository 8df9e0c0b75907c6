/** Why an answer is empty, and what it passed over: the server's sentences, which are in English. */
export function LeftOut({
  because,
  leftOut,
}: {
  readonly because: string | null;
  readonly leftOut: readonly { readonly inWords: string }[] | null;
}) {
  if (because === null && (leftOut ?? []).length === 0) return null;
  return (
    <ul className="left-out" lang="en" dir="ltr">
      {because !== null && <li>{because}</li>}
      {leftOut?.map(({ inWords }) => (
        <li key={inWords}>{inWords}</li>
      ))}
    </ul>
  );
}
