// Pictures of the explorer's pages for docs/explorer.md, from a server that runs: npm run pictures [-- http://127.0.0.1:4000]
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'docs', 'pictures');
const address = process.argv[2] ?? 'http://127.0.0.1:4000';
const WIDE = { width: 1280, height: 860 };
const TELEPHONE = { width: 390, height: 780 };

/** Name of each picture, the page that it shows, and how it is looked at. */
const PICTURES = [
  ['home', '/'],
  ['search', '/search?text=patents'],
  ['country', '/country/egy'],
  ['topic', '/topic/patents'],
  ['meeting', '/meeting/cairo-2013'],
  ['group', '/group/african-group'],
  ['initiative', '/initiative/itpgrfa'],
  ['fact', '/exchange/cairo-pharma-patents'],
  ['questions', '/questions'],
  ['canonical-question', '/questions/cooperation-after-exchange?topic=patents'],
  ['ties-map', '/ties'],
  ['ties-matrix', '/ties?view=matrix'],
  ['ties-time', '/ties?view=time'],
  ['network', '/network'],
  ['partners', '/partners?topic=topic/patents'],
  ['proposals', '/proposals'],
  ['proposals-by-addressee', '/proposals?view=calls'],
  ['texts', '/texts'],
  ['texts-compared', '/texts?from=document/nairobi-draft&to=document/nairobi-outcome'],
  ['document', '/document/wipo-conference-summary'],
  ['arabic', '/country/egy?lang=ar'],
  ['telephone', '/country/egy', { viewport: TELEPHONE }],
  ['dark', '/ties', { colorScheme: 'dark' }],
  ['print', '/country/egy', { media: 'print' }],
];

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
);
if (!executablePath) throw new Error('There is no Chromium here; install it (apt-get install chromium).');
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  for (const [name, path, { media = 'screen', ...how } = {}] of PICTURES) {
    const page = await browser.newPage({ viewport: WIDE, reducedMotion: 'reduce', ...how });
    await page.goto(`${address}${path}`);
    await page.locator('h1').waitFor();
    await page.waitForFunction(() => !document.querySelector('.waiting, .under-way'), null, {
      timeout: 60_000,
    });
    // A network comes to rest after its layout.
    await page.waitForTimeout(name === 'network' ? 3_000 : 300);
    await page.emulateMedia({ media });
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await page.close();
    console.log(`docs/pictures/${name}.png`);
  }
} finally {
  await browser.close();
}
