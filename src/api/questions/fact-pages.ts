import type { FactAnchor } from '../../graph/reads/fact-walk.js';
import { factPages } from '../../graph/reads/facts.js';
import type { FactFilter } from '../../graph/reads/filters.js';
import type { PageOf } from '../../graph/reads/page.js';
import { FACT_KINDS, kindOfId } from '../../model/kinds.js';
import type { ApiContext } from '../context.js';
import { CONNECTION, projectionOf } from '../projection-of.js';
import { besideOf, type Selecting } from '../selection.js';
import { pageAsked, type PageArgs } from './page-asked.js';

const KEY = /^(?:\d{4}-\d{2}-\d{2}|-)\|(?<id>[^|]+)$/;

/** Whether a key belongs to the walk that a filter makes: one over a single kind has keys with the kind in front. */
function isKeyOf({ kinds }: FactFilter, anchored: boolean): (key: string) => boolean {
  const kind = kinds?.length === 1 ? `${kinds[0]}|` : '';
  const prefix = `${anchored ? '|' : ''}${kind}`;
  return (key) =>
    key.startsWith(prefix) &&
    kindOfId(KEY.exec(key.slice(prefix.length))?.groups?.['id'] ?? '')?.sort === 'fact';
}

/** Reads pages of facts with what a connection's selection asks for; `field` is named in faults. */
export function factPagesAsked(
  filter: FactFilter,
  args: PageArgs,
  field: string,
  info: Selecting,
  anchored: boolean,
): (context: ApiContext, anchor: FactAnchor) => Promise<Map<string, PageOf>> {
  const page = pageAsked(args, field, isKeyOf(filter, anchored));
  const kinds = filter.kinds ? FACT_KINDS.filter(({ kind }) => filter.kinds?.includes(kind)) : FACT_KINDS;
  const projection = projectionOf(info, kinds, CONNECTION);
  const beside = besideOf(info);
  return ({ door, asking }, anchor) => factPages(door, asking, anchor, filter, page, beside, projection);
}
