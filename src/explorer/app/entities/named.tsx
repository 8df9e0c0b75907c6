import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useClient } from 'urql';
import { graphql, type ResultOf } from '../ask/graphql.js';
import { useLanguage } from '../texts/use-texts.js';
import { LINKED } from './entity-link.js';

const THINGS = graphql(
  `
    query Things($ids: [ID!]!, $lang: Language!) {
      nodes(ids: $ids) {
        ... on Entity {
          ...Linked
          ... on Country {
            numeric
          }
        }
      }
    }
  `,
  [LINKED],
);

/** A thing that an answer names by its id only, with its name in the reader's language. */
export type Thing = Extract<
  NonNullable<NonNullable<ResultOf<typeof THINGS>['nodes']>[number]>,
  { readonly name: string }
>;

/** So many ids are asked at once, which is what the API takes, and so many for one page. */
const AT_ONCE = 100;
const AT_MOST = 500;
const ENTITY = /^(?:country|agency|group|initiative|meeting|topic|proposal|document|paragraph|source)\/\S+$/;

const Things = createContext<ReadonlyMap<string, Thing>>(new Map());

/** Looks up the things of these ids, for whatever below shows one; until they are there, and beyond the most, ids show. */
export function WithThings({
  ids,
  children,
}: {
  readonly ids: readonly string[];
  readonly children: ReactNode;
}) {
  const client = useClient();
  const { api: lang } = useLanguage();
  const wanted = useMemo(() => [...new Set(ids)].filter((id) => ENTITY.test(id)).slice(0, AT_MOST), [ids]);
  const key = wanted.join(' ');
  const [things, setThings] = useState<ReadonlyMap<string, Thing>>(new Map());
  useEffect(() => {
    const all = key === '' ? [] : key.split(' ');
    const asked = Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, part) =>
      client
        .query(THINGS, { ids: all.slice(part * AT_ONCE, (part + 1) * AT_ONCE), lang })
        .subscribe(({ data }) => {
          const found = (data?.nodes ?? []).flatMap((node) => (node && 'name' in node ? [node] : []));
          setThings((known) => new Map([...known, ...found.map((thing) => [thing.id, thing] as const)]));
        }),
    );
    return () => asked.forEach(({ unsubscribe }) => unsubscribe());
  }, [client, key, lang]);
  return <Things value={things}>{children}</Things>;
}

/** The thing of an id, once it is known. */
export const useThing = (id: string): Thing | undefined => use(Things).get(id);

/** All things that are known here, by id. */
export const useThings = (): ReadonlyMap<string, Thing> => use(Things);
