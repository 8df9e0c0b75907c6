import './lists.css';
import { Fragment, useRef, type FocusEvent, type ReactNode } from 'react';
import { ShownOf } from './shown-of.js';
import { useVirtualRows } from './use-virtual-rows.js';

/** What each row of a long table says of its place, for screen readers. */
export interface RowPlace {
  readonly 'aria-rowindex': number;
}

/**
 * A table of any length: a short one is drawn whole, of a long one what is near the window. Screen readers hear how
 * many rows there are and which one they are in; the row with the focus always stays.
 */
export function LongTable({
  className,
  label,
  headings,
  count,
  height,
  children,
}: {
  readonly className: string;
  readonly label?: string;
  /** What stands over each column. */
  readonly headings: readonly ReactNode[];
  readonly count: number;
  /** Of a usual row in pixels; each is measured once drawn. */
  readonly height: number;
  readonly children: (index: number, place: RowPlace) => ReactNode;
}) {
  const table = useRef<HTMLTableElement>(null);
  const { rows, virtual, top, focused, whole } = useVirtualRows(count, height, table);
  const onFocus = ({ target }: FocusEvent): void => {
    const row = target.closest<HTMLElement>('tbody[data-index]')?.dataset['index'];
    focused.current = row === undefined ? null : Number(row);
  };
  const drawn = rows.getVirtualItems();
  const gap = (key: string, size: number) =>
    size > 0 && (
      <tbody key={key} className="gap" aria-hidden="true">
        <tr>
          <td colSpan={headings.length} style={{ height: size }} />
        </tr>
      </tbody>
    );
  return (
    <div className="wide">
      <table
        ref={table}
        className={virtual ? `${className} virtual` : className}
        aria-label={label}
        aria-rowcount={count + 1}
        onFocus={onFocus}
        onBlur={() => (focused.current = null)}
      >
        <thead>
          <tr aria-rowindex={1}>
            {headings.map((heading, index) => (
              <th key={index} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        {!virtual && (
          <tbody>
            {Array.from({ length: whole }, (_, index) => children(index, { 'aria-rowindex': index + 2 }))}
          </tbody>
        )}
        {virtual &&
          drawn.map(({ index, key, start }, at) => (
            <Fragment key={key}>
              {gap(`gap-${index}`, start - (at === 0 ? top : drawn[at - 1]!.end))}
              <tbody ref={rows.measureElement} data-index={index}>
                {children(index, { 'aria-rowindex': index + 2 })}
              </tbody>
            </Fragment>
          ))}
        {virtual && gap('end', rows.getTotalSize() + top - (drawn.at(-1)?.end ?? top))}
      </table>
      {!virtual && <ShownOf shown={whole} all={count} />}
    </div>
  );
}
