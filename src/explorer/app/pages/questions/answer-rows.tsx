import { lazy, Suspense, useMemo } from 'react';
import { InEnglish } from '../../ask/in-english.js';
import { LeftOut } from '../../ask/left-out.js';
import { WithThings } from '../../entities/named.js';
import { useTexts } from '../../texts/use-texts.js';
import { at, isRecord } from './answer-at.js';
import { idsIn } from './ids-in.js';
import { pictureOf } from './pictures/picture-of.js';
import { RowTable } from './row-table.js';
import { saysItself, Sentences } from './sentences.js';
import { shortRow } from './short-row.js';
import { Value } from './value.js';

const AnswerPicture = lazy(() => import('./pictures/picture.js'));

/** Said of the whole list beside its rows. */
interface Told {
  readonly reading?: string;
  readonly emptyBecause?: string | null;
  readonly leftOut?:
    readonly { readonly inWords?: string; readonly reason?: string; readonly count?: number }[] | null;
}

/** An answer in words, as a picture where one fits, and as a table; how the question was read, and what was left out. */
export function AnswerRows({ data, path }: { readonly data: unknown; readonly path: string }) {
  const { questions } = useTexts();
  const steps = path.split('.');
  const rows = at(data, steps);
  const told = (at(data, steps.slice(0, 1)) ?? {}) as Told;
  const ids = useMemo(() => idsIn(data), [data]);
  return (
    <WithThings ids={ids}>
      <section className="answer">
        {told.reading !== undefined && (
          <p className="reading" dir="ltr">
            <InEnglish>{told.reading}</InEnglish>
          </p>
        )}
        {Array.isArray(rows) && rows.length > 0 && <RowsInAllWays rows={rows.filter(isRecord)} />}
        {Array.isArray(rows) && rows.length === 0 && <p className="empty">{questions.none}</p>}
        {rows !== null && !Array.isArray(rows) && <Value value={rows} />}
        <LeftOut because={told.emptyBecause ?? null} leftOut={told.leftOut ?? null} />
      </section>
    </WithThings>
  );
}

/** Leads to a row's sentence, or to its line in the table. */
function goTo(row: number): void {
  const there = document.getElementById(`row-${row}`);
  there?.scrollIntoView({ block: 'center' });
  there?.focus({ preventScroll: true });
}

function RowsInAllWays({ rows }: { readonly rows: readonly Record<string, unknown>[] }) {
  const { questions } = useTexts();
  const picture = useMemo(() => pictureOf(rows), [rows]);
  const drawn = picture && (
    <Suspense fallback={null}>
      <AnswerPicture picture={picture} onPick={goTo} />
    </Suspense>
  );
  if (!rows.every(saysItself))
    return (
      <>
        {drawn}
        <RowTable rows={rows} placed />
      </>
    );
  return (
    <>
      <Sentences rows={rows} />
      {drawn}
      <details>
        <summary>{questions.asTable}</summary>
        <RowTable rows={rows.map(shortRow)} />
      </details>
    </>
  );
}
