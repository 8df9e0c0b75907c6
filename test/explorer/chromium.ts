import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is on this machine, if it is. */
export const chromiumHere = PLACES.find(existsSync);

if (!chromiumHere)
  console.warn('*** BROWSER TESTS SKIPPED: no Chromium here; install it (apt-get install chromium). ***');

/** Chromium without a window that asks nobody but our own pages. */
export const openChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumHere!,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
