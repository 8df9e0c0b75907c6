import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  parse,
  validate,
  type GraphQLArgument,
  type GraphQLInputType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildApiSchema } from '../../src/api/schema.js';
import { cypher, statement } from '../../src/graph/cypher.js';
import { contentHash } from '../../src/graph/reads/content-hash.js';
import { Operations, seededRandom } from '../support/random-operation.js';
import { seeded, type Answered } from '../support/seeded.js';

const schema = buildApiSchema();
const graph = seeded();
/** What a caller can be told of a question that is not answered; everything else would be our fault. */
const FAIR = ['BAD_USER_INPUT', 'NOT_FOUND', 'TOO_COSTLY', 'TOO_DEEP', 'TOO_MANY_TOKENS'];
const codes = ({ errors = [] }: Answered): unknown[] => errors.map(({ extensions }) => extensions['code']);

/** Texts that would do harm where text is taken for Cypher, Lucene or a regex. */
const HOSTILE = [
  `' OR 1=1 //`,
  `"}) DETACH DELETE n //`,
  '`) MATCH (n) DETACH DELETE n //',
  `\\u0027}) RETURN 1 UNION MATCH (u) RETURN u //`,
  `'; CALL dbms.security.createUser('eve','x',false); //`,
  '*) OR (id:*^9 AND [a TO *] /(a+)+$/ ~2',
  `(a+)+$ ${'a'.repeat(60)}!`,
  `/* */ $ { } \u0000 \u202e ${'𝔞'.repeat(20)}`,
];

/** Every place of the schema where a text or an id may be given, as the value of one argument at the root. */
function placesOf({ type, name }: GraphQLArgument, hostile: string): { name: string; value: unknown }[] {
  const values = (of: GraphQLInputType, depth: number): unknown[] => {
    const plain = getNullableType(of);
    if (isListType(plain)) return values(plain.ofType, depth).map((value) => [value]);
    if (isInputObjectType(plain)) {
      if (depth === 0) return [];
      return Object.values(plain.getFields()).flatMap((field) =>
        values(field.type, depth - 1).map((value) => ({ [field.name]: value })),
      );
    }
    return ['ID', 'String'].includes(getNamedType(plain).name) ? [hostile] : [];
  };
  return values(type, 3).map((value) => ({ name, value }));
}

const state = async (): Promise<unknown> => ({
  content: await contentHash(graph.door, graph.asking),
  rules: await graph.door.read(
    statement('constraints', cypher`SHOW INDEXES YIELD name, state RETURN name, state ORDER BY name`),
    graph.asking,
  ),
  users: await graph.door.read(
    statement('users', cypher`SHOW USERS YIELD user RETURN user ORDER BY user`),
    graph.asking,
  ),
});

describe('texts that try to be something else', () => {
  it('are taken literally in every text argument of the schema; content, rules and users stay as they were', async () => {
    const before = await state();
    const asked: Promise<void>[] = [];
    let places = 0;
    for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
      const needed = field.args.filter(
        ({ type, defaultValue }) => String(type).endsWith('!') && defaultValue === undefined,
      );
      for (const arg of field.args) {
        const variants = placesOf(arg, '').length;
        for (let place = 0; place < variants; place++) {
          places += 1;
          // Each place meets two of the texts; all meet every place over the kinds.
          for (const hostile of [
            HOSTILE[places % HOSTILE.length],
            HOSTILE[(places * 3 + 1) % HOSTILE.length],
          ]) {
            const { value } = placesOf(arg, hostile as string)[place] as { value: unknown };
            const variables: Record<string, unknown> = { it: value };
            const others = needed.filter(
              (other) => other !== arg && ['ID', 'String'].includes(String(getNamedType(other.type))),
            );
            for (const other of others)
              variables[other.name] = isListType(getNullableType(other.type))
                ? ['topic/patents']
                : 'topic/patents';
            const declared = [
              `$it: ${String(arg.type)}`,
              ...others.map((other) => `$${other.name}: ${String(other.type)}`),
            ];
            const given = [`${arg.name}: $it`, ...others.map((other) => `${other.name}: $${other.name}`)];
            const text = `query Hostile(${declared.join(', ')}) { ${field.name}(${given.join(', ')}) { __typename } }`;
            if (validate(schema, parse(text)).length > 0) continue;
            asked.push(
              graph.ask(text, variables).then((answer) => {
                expect(
                  [...FAIR, undefined],
                  `${text} ${JSON.stringify(variables)}: ${JSON.stringify(answer.errors)}`,
                ).toContain(codes(answer)[0]);
              }),
            );
            if (asked.length >= 16) await Promise.all(asked.splice(0));
          }
        }
      }
    }
    await Promise.all(asked);
    expect(places).toBeGreaterThan(100);
    expect(await state()).toEqual(before);
  });

  it('find nothing as an id, however they are formed, and say so alike', async () => {
    for (const id of [
      '',
      'x',
      '/',
      'country/',
      'nowhere/x',
      'topic/x'.repeat(1_500),
      'COUNTRY/EGY',
      ...HOSTILE,
    ])
      for (let i = 0; i < 3; i++) {
        const answer = await graph.ask('query N($id: ID!) { node(id: $id) { id } country(id: $id) { id } }', {
          id,
        });
        expect([undefined, ...FAIR]).toContain(codes(answer)[0]);
        expect(answer.data?.['node'] ?? null).toBeNull();
      }
  });
});

describe('operations made at random from the schema', () => {
  const operations = new Operations(schema, seededRandom(5));
  const made = Array.from({ length: 150 }, () => operations.next());

  it('are valid, and none fails by a fault of ours, takes five seconds, or differs when compiled', async () => {
    let answered = 0;
    for (const { text, variables } of made) {
      expect(validate(schema, parse(text)), text).toEqual([]);
      const began = performance.now();
      const answers = [
        await graph.ask(text, variables),
        await graph.ask(text, variables),
        await graph.ask(text, variables),
      ];
      expect(performance.now() - began).toBeLessThan(15_000);
      for (const answer of answers) {
        for (const code of codes(answer))
          expect(FAIR, `${text} ${JSON.stringify(variables)}`).toContain(code);
        expect(answer.data, text).toEqual(answers[0]?.data);
        expect(codes(answer)).toEqual(codes(answers[0] as Answered));
      }
      if (answers[0]?.errors === undefined) answered += 1;
    }
    // Else the ids and days that they are made of fit nothing any more.
    expect(answered).toBeGreaterThan(50);
  });

  it('with variables that do not fit are refused in words, and never fail by a fault of ours', async () => {
    let refused = 0;
    for (const operation of made) {
      const { text, variables } = operations.wrong(operation);
      const answer = await graph.ask(text, variables);
      for (const code of codes(answer)) expect(FAIR, `${text} ${JSON.stringify(variables)}`).toContain(code);
      if (answer.errors) refused += 1;
    }
    expect(refused).toBeGreaterThan(50);
  });
});
