// What CI runs: every check in turn, each with its time, and one closing line that counts them.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

const STEPS = [
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['lint', 'eslint', ['.']],
  ['types', 'tsc', ['-p', 'tsconfig.test.json']],
  [
    'types of the schema for the explorer',
    'gql.tada',
    ['generate-output', '-c', 'src/explorer/app/tsconfig.json'],
  ],
  ['types of the explorer', 'tsc', ['-p', 'src/explorer/app']],
  ['unused code and packages', 'knip', ['--no-progress']],
];
// Where a database only starts and ends, the JVM's second compiler costs more than it saves.
const SHORT_LIVED = { JDK_JAVA_OPTIONS: '-XX:TieredStopAtLevel=1' };
// Two at a time, each with a database of its own: faults mostly wait for processes to start and end.
const TESTS = [
  ['tests on the database', ['db'], {}],
  ['tests without it, and faults', ['unit', 'fault'], SHORT_LIVED],
];

let passed = 0;
let failed = 0;
const seconds = (began) => ((Date.now() - began) / 1000).toFixed(1);

/** Runs a tool to its end; what it prints comes at once, or in one piece after it. */
function run(name, command, args, atOnce, env = {}) {
  const began = Date.now();
  const printed = [`--- ${name}\n`];
  const print = (text) => (atOnce ? process.stdout.write(text) : printed.push(text));
  if (atOnce) process.stdout.write(printed[0]);
  return new Promise((resolve) => {
    const tool = spawn(`node_modules/.bin/${command}`, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...env, ...process.env, NO_COLOR: '1' },
    });
    tool.stdout.on('data', print);
    tool.stderr.on('data', print);
    tool.on('error', (error) => print(`${error.message}\n`));
    tool.on('close', (status) => {
      print(`    ${status === 0 ? 'passed' : 'FAILED'} after ${seconds(began)} s\n`);
      if (!atOnce) for (const text of printed) process.stdout.write(text);
      resolve(status === 0);
    });
  });
}

async function runTests([name, projects, env], index) {
  const report = `.test-data/report-${process.pid}-${index}.json`;
  const which = projects.flatMap((project) => ['--project', project]);
  const args = ['run', ...which, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ok = await run(name, 'vitest', args, index === 0, env);
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    passed += numPassedTests;
    failed += numFailedTests;
    // A file that cannot be loaded, or a set-up that fails, has no test to count.
    if (!ok && numFailedTests === 0) failed += 1;
  } catch {
    failed += 1;
  } finally {
    rmSync(report, { force: true });
  }
}

for (const [name, command, args] of STEPS) {
  if (await run(name, command, args, true)) passed += 1;
  else failed += 1;
}
mkdirSync('.test-data', { recursive: true });
const began = Date.now();
await Promise.all(TESTS.map(runTests));
console.log(`--- all tests took ${seconds(began)} s`);

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
