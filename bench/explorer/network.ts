// How soon a large network is drawn and how it moves: node --import tsx explorer/network.ts [http://127.0.0.1:4000]
import { cpus } from 'node:os';
import type { Page } from 'playwright-core';
import { chromiumHere, openChromium } from '../../test/explorer/chromium.js';
import { drawnNetwork } from './drawn-network.js';
import { drawnOn, movedOn, NOTING } from './seen.js';

const address = process.argv[2] ?? 'http://127.0.0.1:4000';
const ROUNDS = 3;

/** Nodes and edges; the first is as much as a page may ask of the API. */
const SIZES = [
  [500, 1_500],
  [1_000, 3_000],
] as const;

/** Answers the question of the network in place of the server; everything else is the server's own. */
async function answerWith(page: Page, answer: object): Promise<void> {
  const body = JSON.stringify({ data: { network: answer } });
  await page.route('**/graphql', (route) =>
    /NetworkOf/.test(route.request().postData() ?? '')
      ? route.fulfill({ contentType: 'application/json', body })
      : route.continue(),
  );
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const range = (values: readonly number[], digits = 0): string =>
  `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)})`;

if (chromiumHere) {
  const browser = await openChromium();
  try {
    console.log(`${browser.version()} without a graphics card, ${cpus().length} cores, ${ROUNDS} rounds`);
    console.log(
      '| nodes | edges | first picture, ms | at rest, ms | longest without a reaction, ms | pictures a second, moved | longest wait, ms |',
    );
    console.log(
      '| ----- | ----- | ----------------- | ----------- | ------------------------------ | ------------------------ | ---------------- |',
    );
    for (const [nodes, edges] of SIZES) {
      const answer = drawnNetwork(nodes, edges);
      const found: (Awaited<ReturnType<typeof drawnOn>> & Awaited<ReturnType<typeof movedOn>>)[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
        await page.addInitScript(NOTING);
        await answerWith(page, answer);
        await page.goto(`${address}/network?nodes=500`);
        const drawn = await drawnOn(page);
        found.push({ ...drawn, ...(await movedOn(page)) });
        await page.close();
      }
      const of = (name: 'picture' | 'rest' | 'busiest' | 'rate' | 'longest'): string =>
        range(found.map((each) => each[name]));
      console.log(
        `| ${nodes} | ${edges} | ${of('picture')} | ${of('rest')} | ${of('busiest')} | ${of('rate')} | ${of('longest')} |`,
      );
    }
  } finally {
    await browser.close();
  }
}
