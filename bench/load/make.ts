import { isTierName, TIERS } from '../world/tiers.js';
import { folderOf } from './made.js';
import { makeWorld } from './world.js';

const figure = (count: number): string => count.toLocaleString('en');

const names = process.argv.slice(2);
if (names.length === 0 || !names.every(isTierName)) {
  console.error(`Name one or more worlds: ${Object.keys(TIERS).join(', ')}.`);
  process.exitCode = 1;
} else
  for (const name of names) {
    const { facts, nodes, relationships, seconds, megabytes } = await makeWorld(name, (line) =>
      console.error(line),
    );
    console.log(
      `${name}: ${figure(facts)} facts, ${figure(nodes)} nodes, ${figure(relationships)} relationships; made in ${figure(seconds)} s, ${figure(megabytes)} MB in ${folderOf(name)}`,
    );
  }
