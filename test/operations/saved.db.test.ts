import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seeded } from '../support/seeded.js';

const FOLDER = resolve(import.meta.dirname, '../../schema/operations');
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => basename(name, '.graphql'))
  .sort();

/** With RECORD_ANSWERS=1 the answers are written anew, to be read in a review; never in CI. */
const recording = process.env['RECORD_ANSWERS'] === '1' && process.env['CI'] === undefined;

/**
 * A list with arguments below a list is one statement more, for all rows at once. The question that the graph is known by
 * walks to pairs, reads what decides them, and then what is shown of them; so does that for what came of exchanges.
 */
const STATEMENTS: Readonly<Record<string, number>> = {
  ties: 2,
  neighbours: 2,
  'ties-and-shared-initiatives': 4,
  'exchange-outcomes': 3,
  'cooperation-after-exchange': 3,
  'cq-01-shared-patents-then-cooperated': 3,
  'cq-07-came-out-of-inter-regional-meetings': 3,
};

describe('saved operations give the recorded answers', () => {
  const graph = seeded();

  it.each(names)('%s', async (name) => {
    const text = readFileSync(join(FOLDER, `${name}.graphql`), 'utf8');
    const variablesFile = join(FOLDER, `${name}.variables.json`);
    const variables = existsSync(variablesFile)
      ? (JSON.parse(readFileSync(variablesFile, 'utf8')) as object)
      : {};
    const answerFile = join(FOLDER, `${name}.answer.json`);
    // Three times: plain, on the way to being compiled, and compiled.
    const answers = [
      await graph.ask(text, variables),
      await graph.ask(text, variables),
      await graph.ask(text, variables),
    ];
    for (const answer of answers) {
      expect(answer.errors).toBeUndefined();
      expect(answer.extensions?.cost.statements, 'one statement for the one root field').toBe(
        STATEMENTS[name] ?? 1,
      );
    }
    const shown = `${JSON.stringify({ data: answers[0]?.data }, null, 2)}\n`;
    if (recording) writeFileSync(answerFile, shown);
    for (const answer of answers)
      expect({ data: answer.data }).toEqual(JSON.parse(readFileSync(answerFile, 'utf8')));
  });
});
