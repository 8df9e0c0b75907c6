// What CI runs: every check in turn, each with its time, and one closing line that counts them.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

const REPORT = '.test-data/report-' + process.pid + '.json';
const STEPS = [
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['lint', 'eslint', ['.']],
  ['types', 'tsc', ['-p', 'tsconfig.test.json']],
  ['unused code and packages', 'knip', ['--no-progress']],
];

let passed = 0;
let failed = 0;

function run(name, command, args) {
  const began = Date.now();
  console.log(`--- ${name}`);
  const { status } = spawnSync(`node_modules/.bin/${command}`, args, {
    stdio: 'inherit',
    env: { ...process.env, NO_COLOR: '1' },
  });
  console.log(
    `    ${status === 0 ? 'passed' : 'FAILED'} after ${((Date.now() - began) / 1000).toFixed(1)} s`,
  );
  return status === 0;
}

for (const [name, command, args] of STEPS) {
  if (run(name, command, args)) passed += 1;
  else failed += 1;
}

mkdirSync('.test-data', { recursive: true });
const tested = run('tests', 'vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${REPORT}`,
]);
try {
  const report = JSON.parse(readFileSync(REPORT, 'utf8'));
  passed += report.numPassedTests;
  failed += report.numFailedTests;
  // A file that cannot be loaded, or a set-up that fails, has no test to count.
  if (!tested && report.numFailedTests === 0) failed += 1;
} catch {
  failed += 1;
} finally {
  rmSync(REPORT, { force: true });
}

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
