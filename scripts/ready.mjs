// Makes a fresh clone ready to run: packages, then the build. Plain Node, since no package is there yet.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, readlinkSync, renameSync, rmSync } from 'node:fs';
import { symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const at = (...parts) => join(root, ...parts);
const LEAST_NODE = [20, 19];
const PACKAGES_STAMP = at('node_modules', '.cooperation-graph');
const BUILD_STAMP = at('dist', '.built-from');
const LOCK = at('.cache', 'ready.lock');
/** Pages that Vite builds, each a folder under src/explorer/. */
const PAGES = ['app', 'graphiql'];
const WAIT_MOST = 20 * 60_000;

const say = (line) => process.stderr.write(`${line}\n`);
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const hashOf = (text) => createHash('sha256').update(text).digest('hex');
const textOf = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

const PLATFORM = `${process.platform} ${process.arch}`;
/** The stamp of what is installed: the lock file's hash, on one platform. */
const packagesWanted = () => `${PLATFORM} ${hashOf(textOf(at('package-lock.json')))}`;

/** Whether npm's own record of node_modules agrees with the lock file, for packages that were installed by hand. */
function installedInStep() {
  const record = textOf(at('node_modules', '.package-lock.json'));
  if (record === '') return false;
  const there = JSON.parse(record).packages;
  const wanted = JSON.parse(textOf(at('package-lock.json'))).packages;
  const same = Object.entries(there).every(([path, { version }]) => wanted[path]?.version === version);
  const whole = Object.entries(wanted).every(
    ([path, { optional, devOptional, link }]) =>
      path === '' || optional || devOptional || link || path in there,
  );
  return same && whole;
}

function packagesInStep() {
  const stamp = textOf(PACKAGES_STAMP);
  if (stamp === packagesWanted()) return true;
  // Some packages are of one platform: those that a container installed do not serve the machine around it.
  if (stamp !== '' && !stamp.startsWith(`${PLATFORM} `)) return false;
  if (!installedInStep()) return false;
  writeFileSync(PACKAGES_STAMP, packagesWanted());
  return true;
}

/** Types of the schema for the explorer's check: made beside the sources, and no part of a build. */
const GENERATED = at('src', 'explorer', 'app', 'ask', 'schema-types.d.ts');

/** The stamp of a build: every file that goes into it, by content, and the packages that make it. */
function buildWanted() {
  const sources = filesUnder(at('src')).filter((path) => path !== GENERATED);
  const files = [at('tsconfig.json'), at('package-lock.json'), ...sources].sort();
  return hashOf(files.map((path) => `${relative(root, path)} ${hashOf(readFileSync(path))}`).join('\n'));
}

const buildInStep = () => textOf(BUILD_STAMP) === buildWanted();

function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    // Standard output belongs to whoever called; what tools print goes beside it.
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 2, 2],
      env: { ...process.env, ...env },
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => (code === 0 ? resolve() : reject(new Error(`${signal ?? code}`))));
  });
}

async function install() {
  const began = Date.now();
  say('Installing the packages with npm (half a minute or so, this once) ...');
  // npm leaves development packages out under NODE_ENV=production, and the build needs them.
  await run('npm', ['ci', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error']).catch((error) => {
    throw new Error(
      `npm could not install the packages (${error.message}): see its lines above, check the network and the disk, then run this again.`,
    );
  });
  writeFileSync(PACKAGES_STAMP, packagesWanted());
  say(`Packages installed in ${seconds(began)}.`);
}

async function build() {
  const began = Date.now();
  say('Building (some ten seconds) ...');
  // Built beside dist/ and moved at the end, so that a killed build never leaves half of one.
  const wanted = buildWanted();
  const fresh = at(`dist.${process.pid}`);
  const stale = at(`dist.old.${process.pid}`);
  const bin = (tool, path) => at('node_modules', tool, path);
  try {
    await run(process.execPath, [bin('typescript', 'bin/tsc'), '-p', root, '--outDir', fresh]);
    for (const page of PAGES) {
      const folder = join('src', 'explorer', page);
      if (!existsSync(at(folder))) continue;
      const args = [
        ...[bin('vite', 'bin/vite.js'), 'build', at(folder), '--outDir', join(fresh, 'explorer', page)],
        ...['--emptyOutDir', '--logLevel', 'warn'],
      ];
      // Whoever builds in a test's mode would get React's development version: larger, and it begins each effect twice.
      await run(process.execPath, args, { NODE_ENV: 'production' });
    }
    writeFileSync(join(fresh, '.built-from'), wanted);
    if (existsSync(at('dist'))) renameSync(at('dist'), stale);
    renameSync(fresh, at('dist'));
  } catch {
    throw new Error('The build failed; the lines above say where. Mend the source, then run this again.');
  } finally {
    for (const path of [fresh, stale]) rmSync(path, { recursive: true, force: true });
  }
  say(`Built in ${seconds(began)}.`);
}

const seconds = (began) => `${Math.max(1, Math.round((Date.now() - began) / 1000))} s`;

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function holder() {
  try {
    return readlinkSync(LOCK);
  } catch {
    return undefined;
  }
}

/** The lock is a link that names its holder's process: made in one step, with its content. */
async function lock() {
  mkdirSync(dirname(LOCK), { recursive: true });
  const began = Date.now();
  let told = false;
  for (;;) {
    try {
      symlinkSync(String(process.pid), LOCK);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const pid = holder();
    if (pid === undefined) continue;
    if (!alive(Number(pid))) {
      breakLock(pid);
      continue;
    }
    if (!told) say(`Process ${pid} is making this clone ready; waiting for it ...`);
    told = true;
    if (Date.now() - began > WAIT_MOST)
      throw new Error(`Process ${pid} has held ${LOCK} for too long; end it, or remove that file.`);
    await sleep(200);
  }
}

/** Takes a dead process's lock away, unless somebody else did so and holds it by now. */
function breakLock(pid) {
  const aside = `${LOCK}.${process.pid}`;
  try {
    renameSync(LOCK, aside);
    const took = readlinkSync(aside);
    rmSync(aside);
    if (took !== pid) symlinkSync(took, LOCK);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  }
}

function clearLeftovers() {
  for (const name of readdirSync(root)) {
    const pid = /^dist\.(?:old\.)?(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !alive(Number(pid))) rmSync(at(name), { recursive: true, force: true });
  }
}

async function main() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1]))
    throw new Error(
      `This is Node ${process.versions.node}; Node ${LEAST_NODE.join('.')} or newer is needed (20, 22 and 24 are tried). Install one, or use compose.yaml.`,
    );
  if (packagesInStep() && buildInStep()) return;
  await lock();
  try {
    clearLeftovers();
    if (!packagesInStep()) await install();
    if (!buildInStep()) await build();
  } finally {
    if (holder() === String(process.pid)) rmSync(LOCK);
  }
}

// A signal must not leave the lock behind; the next run would break it, but this is tidier.
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    if (holder() === String(process.pid)) rmSync(LOCK);
    process.exit(1);
  });

main().catch((error) => {
  say(error.message);
  process.exitCode = 1;
});
