import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { ApiContext } from '../../api/context.js';
import type { Door } from '../../graph/door.js';
import { PAGE } from '../../publish/documents.js';
import { rowsIn } from '../../publish/rows.js';
import type { Ask } from './asked.js';
import { schemaOf } from './described.js';
import { evidenceFile, tableFile, type MadeFile } from './files.js';
import { etagOf, isKnown, type GraphNow } from './graph-now.js';
import { withWholeIds } from './ids-asked.js';
import { askPassable } from './passed-on.js';
import { argumentsAsked, type Arguments } from './parameters.js';
import { hrefOf, type Ending, type SavedAddress } from './saved-address.js';
import { asciiJson, headersOf, toldOf, type Told } from './told.js';
import { nextOf, rowsWanted } from './walk.js';

/** One request to an address, with what it needs to be answered. */
export interface Asked {
  readonly schema: GraphQLSchema;
  readonly door: Door;
  readonly graph: GraphNow;
  readonly saved: SavedAddress;
  readonly ending: Ending;
  readonly query: URLSearchParams;
  readonly asking: ApiContext['asking'];
  readonly ask: Ask;
}

/** Answers one address: 304 after asking nothing but the graph's version, else the answer with what is told of it. */
export async function answerAddress(
  asked: Asked,
  { headers }: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { graph, saved, ending, query, asking, ask } = asked;
  const { operation, address } = saved;
  const args = argumentsAsked(query, address.variables, operation.variables);
  if (ending === 'csv' || ending === 'evidence') rowsWanted(args, address);
  const state = await graph.state(asking);
  const answered = [operation.name, operation.text, ending, args, graph.passesAllOn];
  const etag = etagOf(state, answered);
  if (isKnown(headers['if-none-match'], etag))
    return reply.code(304).header('etag', etag).header('cache-control', 'no-cache').send();

  const whole = await withWholeIds(args, address.variables, ask);
  const { told, made, at } = await graph.atOneVersion(
    state,
    asking,
    async (now) => {
      const withheld = await graph.withheld(now, asking);
      const place = placeOfAnswer(saved, ending, query);
      return {
        at: now,
        told: toldOf(now, await graph.hash(now, asking), whole, withheld, place),
        made: await makerOf(ending)({ ...asked, args: whole, ask: askPassable(ask, withheld, asked) }),
      };
    },
    ({ made: given }) => given.file?.spool.drop() ?? Promise.resolve(),
  );
  void reply.headers({
    ...headersOf(told),
    etag: etagOf(at, answered),
    'cache-control': 'no-cache',
    link: linksOf(asked, made.next ?? null),
  });
  if (made.file) return sendFile(reply, saved.operation.name, ending, made.file);
  return reply.type('application/json; charset=utf-8').send(`${JSON.stringify(made.json?.(told))}\n`);
}

interface Made {
  readonly file?: MadeFile;
  readonly json?: (told: Told) => object;
  readonly next?: string | null;
}

type Making = Asked & { readonly args: Arguments };

const makerOf =
  (ending: Ending) =>
  async (making: Making): Promise<Made> => {
    const address = making.saved.address;
    if (ending === 'schema') return { json: (told) => ({ ...schemaOf(making.saved), ...told }) };
    if (ending === 'json') return pageOf(making);
    const file = await (ending === 'csv' ? tableFile : evidenceFile)({ ...making, address });
    return { file, next: file.next };
  };

/** One page of the operation, as /graphql would give it, with what is told of it under `extensions.address`. */
async function pageOf(making: Making): Promise<Made> {
  const { ask, args, saved } = making;
  const { page, unit } = saved.address;
  const { data, extensions } = await ask(page, args);
  const next = nextOf(data, saved.address);
  const root = unit.path[0] ?? '';
  const { [PAGE]: _, ...rest } = { ...(data[root] as object | null) } as Record<string, unknown>;
  const shown = unit.paged ? { ...data, [root]: rest } : data;
  const rows = rowsIn(data, unit.path).length;
  return {
    next,
    json: (told) => ({
      data: shown,
      extensions: {
        ...extensions,
        address: {
          ...told,
          rows,
          complete: next === null,
          next: next === null ? null : nextHref(making, next),
        },
      },
    }),
  };
}

// Relative, so that it holds behind a proxy that serves us under another path.
function nextHref({ saved, ending, query }: Asked, after: string): string {
  const further = new URLSearchParams(query);
  further.set('after', after);
  return `${hrefOf(saved.operation.name, ending).split('/').at(-1) ?? ''}?${further.toString()}`;
}

function linksOf(asked: Asked, next: string | null): string {
  const up = asked.ending === 'evidence' ? '../' : '';
  const query = asked.query.size > 0 ? `?${asked.query.toString()}` : '';
  const described = `<${up}${hrefOf(asked.saved.operation.name, 'schema')}${query}>; rel="describedby"`;
  return next === null ? described : `${described}, <${nextHref(asked, next)}>; rel="next"`;
}

const placeOfAnswer = ({ operation }: SavedAddress, ending: Ending, query: URLSearchParams): string =>
  `/q/${hrefOf(operation.name, ending)}${query.size > 0 ? `?${query.toString()}` : ''}`;

async function sendFile(
  reply: FastifyReply,
  name: string,
  ending: Ending,
  { spool, rows, next, leftOut }: MadeFile,
): Promise<FastifyReply> {
  const file = `${name}${ending === 'evidence' ? '-evidence' : ''}${next === null ? '' : '-incomplete'}.csv`;
  return reply
    .type('text/csv; charset=utf-8; header=present')
    .headers({
      'content-disposition': `attachment; filename="${file}"`,
      'content-length': String(spool.bytes),
      'graph-rows': String(rows),
      'graph-complete': String(next === null),
      ...(leftOut.length > 0 ? { 'graph-left-out': asciiJson(leftOut) } : {}),
    })
    .send(await spool.read());
}
