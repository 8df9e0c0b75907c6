import { useLanguage, useTexts } from '../texts/use-texts.js';
import { InEnglish } from './in-english.js';

/** Something left out, as answers give it: reason and count, or only the server's sentence of both. */
interface Left {
  readonly reason?: string;
  readonly count?: number;
  readonly inWords?: string;
}

/** Why an answer is empty, and what it passed over and how much of it. */
export function LeftOut({
  because,
  leftOut,
}: {
  readonly because: string | null;
  readonly leftOut: readonly Left[] | null;
}) {
  const all = leftOut ?? [];
  if (because === null && all.length === 0) return null;
  return (
    <ul className="left-out">
      {because !== null && (
        <li>
          <InEnglish>{because}</InEnglish>
        </li>
      )}
      {all.map((left) => (
        <li key={left.reason ?? left.inWords}>
          <InWords left={left} />
        </li>
      ))}
    </ul>
  );
}

function InWords({ left: { reason, count, inWords } }: { readonly left: Left }) {
  const { words } = useTexts();
  const { code } = useLanguage();
  const known: Readonly<Record<string, string>> = words.LeftOutReason;
  if (reason !== undefined && count !== undefined && Object.hasOwn(known, reason))
    return `${new Intl.NumberFormat(code).format(count)}: ${known[reason]}`;
  return <InEnglish>{inWords ?? `${reason}: ${count}`}</InEnglish>;
}
