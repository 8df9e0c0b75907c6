import { describe, expect, it } from 'vitest';
import { house, SECRET, type Answer } from '../server/house.js';

const at = house();

/** Each document runs three times: interpreted, compiled, and compiled again. */
async function thrice(query: string, variables?: Record<string, unknown>): Promise<Answer> {
  const answers = [
    await at.post(query, variables),
    await at.post(query, variables),
    await at.post(query, variables),
  ];
  const shape = ({ status, body }: Answer): unknown => ({
    status,
    data: body.data,
    errors: body.errors?.map(({ extensions, ...error }) => ({
      ...error,
      extensions: { ...extensions, requestId: '-' },
    })),
  });
  expect(shape(answers[1]!)).toEqual(shape(answers[0]!));
  expect(shape(answers[2]!)).toEqual(shape(answers[0]!));
  for (const { body, headers } of answers) {
    for (const error of body.errors ?? []) {
      expect(error.extensions['requestId']).toBe(headers.get('x-request-id'));
      expect(
        Object.keys(error).filter((key) => !['message', 'path', 'locations', 'extensions'].includes(key)),
      ).toEqual([]);
    }
  }
  return answers[2]!;
}

const codeOf = ({ body }: Answer): unknown => body.errors?.[0]?.extensions['code'];

describe('errors, each document three times', () => {
  it('answers what can be answered beside a named fault', async () => {
    const answer = await thrice('query Beside { hello missing }');
    expect(answer.status).toBe(200);
    expect(answer.body.data).toEqual({ hello: 'hello world', missing: null });
    expect(answer.body.errors).toMatchObject([
      { message: 'There is no item/2.', path: ['missing'], extensions: { code: 'NOT_FOUND', id: 'item/2' } },
    ]);
  });

  it('takes what stands for a required variable that is left out', async () => {
    const answer = await thrice('query Named($name: String! = "moon") { hello(name: $name) }');
    expect(answer.body).toMatchObject({ data: { hello: 'hello moon' } });
  });

  it('says nothing of an unknown failure, and logs it with the request id', async () => {
    const answer = await thrice('query Broken { broken hello }');
    expect(codeOf(answer)).toBe('INTERNAL');
    expect(answer.text).not.toContain('hunter2');
    const logged = at.lines.filter((line) => line.includes(SECRET));
    expect(logged).toHaveLength(3);
    expect(logged[2]).toContain(String(answer.body.errors?.[0]?.extensions['requestId']));
  });

  it('takes a missing value of a required field as our fault', async () => {
    expect(codeOf(await thrice('query Strict { strict }'))).toBe('INTERNAL');
  });

  it('names field and rule of a bad variable, and echoes no value', async () => {
    const query = 'query Find($filter: Filter!) { find(filter: $filter) }';
    const absent = await thrice(query, { filter: { token: 'hunter2' } });
    expect(absent).toMatchObject({ status: 400 });
    expect(codeOf(absent)).toBe('BAD_USER_INPUT');
    expect(absent.body.errors?.[0]?.message).toContain('Field "id" of required type "ID!" was not provided');
    const wrong = await thrice(query, { filter: { id: '1', token: 'hunter2', since: 'hunter3' } });
    expect(wrong.body.errors?.[0]?.message).toBe(
      'Variable "$filter" at "filter.since" does not fit: Int cannot represent non-integer value.',
    );
    const surplus = await thrice(query, { filter: { id: '1', tokem: 'hunter2' } });
    expect(surplus.body.errors?.[0]?.message).toMatch(
      /^Variable "\$filter" does not fit: Field "tokem" is not defined/,
    );
    expect(absent.text + wrong.text + surplus.text).not.toMatch(/hunter/);
  });

  it('echoes no value of a bad literal', async () => {
    const answer = await thrice('{ count(of: "hunter2") }');
    expect(answer.status).toBe(400);
    expect(codeOf(answer)).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(answer.body.errors?.[0]?.message).toBe('Int cannot represent non-integer value.');
  });

  it("takes null for a required argument as the caller's fault", async () => {
    const answer = await thrice('query Hello($name: String) { hello(name: $name) }', { name: null });
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
  });

  it.each([
    ['{ hello', 400, 'GRAPHQL_PARSE_FAILED'],
    ['{ helo }', 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['query A { hello } query B { hello }', 400, 'OPERATION_RESOLUTION_FAILURE'],
    ['', 400, 'BAD_REQUEST'],
  ])('refuses %j with %i %s', async (query, status, code) => {
    const answer = await thrice(query);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  });

  it('names an unknown persisted query, and one of another hash', async () => {
    const hash = (sha256Hash: string): unknown => ({ persistedQuery: { version: 1, sha256Hash } });
    expect(codeOf(await at.post(undefined as never, {}, { extensions: hash('a'.repeat(64)) }))).toBe(
      'PERSISTED_QUERY_NOT_FOUND',
    );
    expect(codeOf(await at.post('{ hello }', {}, { extensions: hash('a'.repeat(64)) }))).toBe('BAD_REQUEST');
  });

  it('never compiles a mutation, and runs it once a request', async () => {
    const answers = [];
    for (let i = 0; i < 3; i++) answers.push((await at.post('mutation { bump }')).body.data?.['bump']);
    expect(answers).toEqual([1, 2, 3]);
  });

  it('answers a repeated document by its variables and its operation name', async () => {
    const query = 'query A($name: String!) { hello(name: $name) } query B { __typename }';
    for (const name of ['x', 'y', 'z']) {
      expect((await at.post(query, { name }, { operationName: 'A' })).body.data).toEqual({
        hello: `hello ${name}`,
      });
      expect((await at.post(query, {}, { operationName: 'B' })).body.data).toEqual({ __typename: 'Query' });
    }
  });
});
