#!/usr/bin/env node
// The command line: makes the clone ready first, so that it works in a fresh one.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const node = (...args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
const ready = node(join(root, 'scripts', 'ready.mjs'));
const command = join(root, 'dist', 'commands', 'cooperation-graph.js');
process.exitCode = ready || node('--enable-source-maps', command, ...process.argv.slice(2));
