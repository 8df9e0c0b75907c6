import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import neo4j, { type Driver } from 'neo4j-driver';
import { readIfThere, writeWhole } from './files.js';
import type { Places } from './places.js';
import { StartFault } from './start-fault.js';

/** The user of the embedded database: Community has one. */
export const USER = 'neo4j';
/** The database of that user: Community has one. */
export const DATABASE = 'neo4j';
const FIRST_PASSWORD = 'neo4j';

/** The password of a data folder; made and on disk before the database has it, so that no kill can lose it. */
export function keptPassword({ password }: Places): string {
  const kept = readIfThere(password)?.trim();
  if (kept !== undefined && kept !== '') return kept;
  const made = randomBytes(24).toString('base64url');
  writeWhole(password, `${made}\n`);
  return made;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

async function signedIn<T>(uri: string, password: string, work: (driver: Driver) => Promise<T>): Promise<T> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(USER, password), {
    maxConnectionPoolSize: 2,
    connectionTimeout: 5_000,
    maxTransactionRetryTime: 1_000,
  });
  try {
    return await work(driver);
  } finally {
    await driver.close();
  }
}

/** Sees to it that the database has our password; false while it does not answer yet. */
async function tryPassword(uri: string, password: string): Promise<'in' | 'refused' | 'silent'> {
  try {
    await signedIn(uri, password, (driver) => driver.executeQuery('RETURN 1', {}, { database: DATABASE }));
    return 'in';
  } catch (error) {
    return codeOf(error) === 'Neo.ClientError.Security.Unauthorized' ? 'refused' : 'silent';
  }
}

const setPassword = (uri: string, password: string): Promise<unknown> =>
  signedIn(uri, FIRST_PASSWORD, (driver) =>
    driver.executeQuery(
      'ALTER CURRENT USER SET PASSWORD FROM $old TO $new',
      { old: FIRST_PASSWORD, new: password },
      { database: 'system' },
    ),
  );

/** Waits until the database answers to our password, setting it where the database still has its first one. */
export async function signIn(uri: string, password: string, places: Places, latest: number): Promise<void> {
  let last: unknown;
  while (Date.now() < latest) {
    const answer = await tryPassword(uri, password);
    if (answer === 'in') return;
    if (answer === 'refused') {
      try {
        await setPassword(uri, password);
        continue;
      } catch (error) {
        last = error;
        if (codeOf(error) === 'Neo.ClientError.Security.Unauthorized')
          throw new StartFault(
            'PASSWORD_REFUSED',
            `The database in ${places.home} does not take the password in ${places.password}: put the right one there, or set DATA_DIR to another folder.`,
          );
      }
    }
    await pause(100);
  }
  throw new StartFault(
    'DATABASE_FAILED',
    `The embedded database started but does not answer; its own words are in ${places.console}.`,
    last,
  );
}

/** The format in which the database keeps its store. */
export const storeFormat = (uri: string, password: string): Promise<string | undefined> =>
  signedIn(uri, password, async (driver) => {
    const { records } = await driver.executeQuery(
      'SHOW DATABASE neo4j YIELD store',
      {},
      { database: 'system', routing: neo4j.routing.READ },
    );
    const format: unknown = records[0]?.get('store');
    return typeof format === 'string' ? format : undefined;
  });
