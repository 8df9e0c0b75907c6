import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { TOLD_LIMITS } from '../src/api/limits/told.js';
import { SETTINGS } from '../src/config.js';
import { FAULT_MEANINGS } from '../src/model/faults.js';
import { contentHash } from '../src/graph/reads/content-hash.js';
import { testEngine } from './support/engine.js';
import { command } from './support/product.js';
import { seeded } from './support/seeded.js';

const ROOT = resolve(import.meta.dirname, '..');
const readme = readFileSync(resolve(ROOT, 'README.md'), 'utf8');
const guide = readFileSync(resolve(ROOT, 'docs/guide.md'), 'utf8');
const rows = readme
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

const blocks = [...`${readme}\n${guide}`.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(
  ([, language = '', text = '']) => ({
    language,
    text,
  }),
);

describe('README and guide', () => {
  const graph = seeded();

  it('lists every setting with its default and meaning', () => {
    for (const { name, fallback, meaning } of SETTINGS) {
      expect(rows).toContainEqual([`\`${name}\``, fallback === '' ? '' : `\`${fallback}\``, meaning]);
    }
  });

  it('lists every error code with its meaning, and no other', () => {
    const told = rows.filter(([first]) => /^`[A-Z_]+`$/.test(first ?? '')).map(([code]) => code);
    const settings: string[] = SETTINGS.map(({ name }) => `\`${name}\``);
    expect(told.filter((code) => !settings.includes(code ?? '')).sort()).toEqual(
      Object.keys(FAULT_MEANINGS)
        .map((code) => `\`${code}\``)
        .sort(),
    );
    for (const [code, meaning] of Object.entries(FAULT_MEANINGS))
      expect(rows).toContainEqual([`\`${code}\``, meaning]);
  });

  it('lists every limit with its figure', () => {
    for (const { meaning, figure } of TOLD_LIMITS) {
      const told = rows.find(([first]) => first === meaning)?.[1];
      expect(told?.match(/\d+(?:,\d{3})*/)?.[0], meaning).toBe(figure.toLocaleString('en'));
    }
  });

  it('lists every script of package.json, and no other', () => {
    const { scripts } = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8')) as {
      scripts: object;
    };
    const told = rows.flatMap(([first]) => /^`npm (?:run )?([a-z-]+)`$/.exec(first ?? '')?.[1] ?? []);
    expect(told.sort()).toEqual(Object.keys(scripts).sort());
  });

  it('lists every folder of the source', () => {
    const told = rows.flatMap(([first]) => /^`src\/([a-z]+)\/`$/.exec(first ?? '')?.[1] ?? []);
    const folders = readdirSync(resolve(ROOT, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(told.sort()).toEqual(folders.map(({ name }) => name).sort());
  });

  it('links to files that exist', () => {
    for (const [, target = ''] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
      expect(existsSync(resolve(ROOT, target)), target).toBe(true);
    }
  });

  it('shows a curl command that gives the answer beneath it', async () => {
    const at = blocks.findIndex(({ text }) => text.startsWith('curl '));
    const command = (blocks[at]?.text ?? '').replace('http://127.0.0.1:4000', graph.address);
    const { stdout } = await promisify(execFile)('sh', ['-c', command], { timeout: 30_000 });
    const { data } = JSON.parse(stdout) as { data: object };
    expect({ data }).toEqual(JSON.parse(blocks[at + 1]?.text ?? ''));
  });

  const addresses = blocks.flatMap(({ text }, i) =>
    text.includes('/q/') && text.startsWith('curl ') ? [{ text, answer: blocks[i + 1]?.text }] : [],
  );

  it.each(addresses)('shows a file as its address gives it: $text', async ({ text, answer }) => {
    const command = text.replace('http://127.0.0.1:4000', graph.address);
    const { stdout } = await promisify(execFile)('sh', ['-c', command], { timeout: 30_000 });
    expect(stdout.replaceAll('\r\n', '\n').trim()).toBe(answer?.trim());
  });

  const hasPython = spawnSync('python3', ['--version']).status === 0;
  it.skipIf(!hasPython)('show a script that prints what stands beneath it', async () => {
    const at = blocks.findIndex(({ language }) => language === 'python');
    const script = (blocks[at]?.text ?? '').replace('http://127.0.0.1:4000', graph.address);
    const { stdout } = await promisify(execFile)('python3', ['-c', script], { timeout: 30_000 });
    expect(stdout).toBe(blocks[at + 1]?.text);
  });

  it('shows how a register is taken in, listed and taken back', async () => {
    const at = blocks.findIndex(({ text }) => text.startsWith('npx cooperation-graph import '));
    const { uri, username, password, database } = testEngine();
    const env = {
      NEO4J_URI: uri,
      NEO4J_USERNAME: username,
      NEO4J_PASSWORD: password,
      NEO4J_DATABASE: database,
    };
    const typed = async (line: string): Promise<string> => {
      const args = line.trim().split(' ').slice(2);
      const { code, answer, told } = await command(
        'cooperation-graph',
        { dataDir: '.test-data', env },
        ...args,
      );
      expect(told).toBe('');
      expect(code).toBe(0);
      return answer;
    };
    expect(await typed(blocks[at]?.text ?? '')).toBe(blocks[at + 1]?.text.trim());
    const [take = '', list = '', undo = ''] = blocks[at + 2]?.text.split('\n') ?? [];
    const before = await contentHash(graph.door, graph.asking);
    const id = /batch\/training-\d+/.exec(await typed(take))?.[0] ?? '';
    expect(await typed(list)).toContain(id);
    const undone = await typed(undo.replace(/batch\/training-\d+/, id));
    expect(undone).toContain(`Took ${id} back as batch/training-`);
    expect(await contentHash(graph.door, graph.asking)).toBe(before);
  });

  const questions = blocks.flatMap(({ language, text }, i) =>
    language === 'graphql'
      ? [{ text, answer: blocks[i + 1]?.language === 'json' ? blocks[i + 1]?.text : undefined }]
      : [],
  );

  it.each(questions)('shows a question that is answered as it says: $text', async ({ text, answer }) => {
    const { data, errors } = await graph.ask(text);
    expect(errors).toBeUndefined();
    if (answer !== undefined) expect(data).toEqual(JSON.parse(answer));
  });
});
