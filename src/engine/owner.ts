import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Places } from './places.js';
import { errnoOf, StartFault } from './start-fault.js';

/** The one process that may run a database on a data folder. */
export interface Owner {
  release(): void;
}

/**
 * Becomes the owner of a data folder, or refuses while another process is.
 * `owner.sock` is a link to the owner's own socket beside it: a link is made in one step and says whose it is, so
 * that of several starts only one wins. Should three starts ever collide, Neo4j's own lock on its store decides.
 */
export async function takeOwnership({ dataDir, owner }: Places): Promise<Owner> {
  const name = `owner-${process.pid}-${randomBytes(3).toString('hex')}.sock`;
  const server = await listen(join(dataDir, name));
  const release = (): void => {
    if (linked(owner) === name) rmSync(owner, { force: true });
    rmSync(join(dataDir, name), { force: true });
    server.close();
  };
  try {
    while (!link(name, owner)) {
      const other = linked(owner);
      if (other === undefined) continue;
      if (await answers(join(dataDir, other))) throw inUse(dataDir, other);
      takeAside(owner, other, name);
    }
    if (linked(owner) !== name) throw inUse(dataDir, linked(owner));
    clearStale(dataDir, name);
    return { release };
  } catch (error) {
    release();
    throw error;
  }
}

/** Whether an owner answers on a data folder. */
export async function isOwned({ dataDir, owner }: Places): Promise<boolean> {
  const name = linked(owner);
  return name !== undefined && (await answers(join(dataDir, name)));
}

function inUse(dataDir: string, name: string | undefined): StartFault {
  const pid = /\d+/.exec(name ?? '')?.[0];
  return new StartFault(
    'DATA_DIR_IN_USE',
    `The data folder ${dataDir} is in use by process ${pid ?? 'of another start'}: stop that one, or set DATA_DIR to another folder.`,
  );
}

function link(name: string, path: string): boolean {
  try {
    symlinkSync(name, path);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function linked(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Takes a dead owner's link away; puts it back where another start was quicker and it is that one's by now. */
function takeAside(owner: string, dead: string, name: string): void {
  const aside = `${owner}.${name}`;
  try {
    renameSync(owner, aside);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return;
    throw error;
  }
  const took = readlinkSync(aside);
  rmSync(aside);
  if (took !== dead) link(took, owner);
}

function clearStale(dataDir: string, own: string): void {
  for (const name of readdirSync(dataDir)) {
    const pid = /^owner-(\d+)-\w+\.sock$/.exec(name)?.[1];
    // A live process may be waiting for its turn; only what the dead left goes.
    if (pid !== undefined && name !== own && !alive(Number(pid)))
      rmSync(join(dataDir, name), { force: true });
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errnoOf(error) === 'EPERM';
  }
}

const listen = (path: string): Promise<Server> =>
  throughShortPath(
    path,
    (short) =>
      new Promise((resolve, reject) => {
        const server = createServer((socket) => socket.end());
        server.once('error', reject);
        server.listen(short, () => resolve(server.unref()));
      }),
  );

const answers = (path: string): Promise<boolean> =>
  throughShortPath(
    path,
    (short) =>
      new Promise((resolve) => {
        const socket = connect(short);
        socket.once('connect', () => resolve(true));
        socket.once('error', (error) => resolve(!['ENOENT', 'ECONNREFUSED'].includes(errnoOf(error) ?? '')));
        socket.once('close', () => socket.destroy());
      }),
  );

/** A socket's path may have some 104 bytes; a longer one is reached through a short-lived link in the temporary folder. */
async function throughShortPath<T>(path: string, use: (short: string) => Promise<T>): Promise<T> {
  if (Buffer.byteLength(path) <= 100) return use(path);
  const folder = mkdtempSync(join(tmpdir(), 'cg-'));
  try {
    symlinkSync(dirname(path), join(folder, 'd'));
    return await use(join(folder, 'd', basename(path)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
