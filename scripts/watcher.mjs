// Runs one command and stops it cleanly when standard input closes: that pipe is the server's, so it closes however
// the server dies. Plain JavaScript, since it runs from source and from the build alike.
// node watcher.mjs <{record, home, console, patience}> <command> [argument ...]
import { spawn, execFileSync } from 'node:child_process';
import { existsSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';

const [how, command, ...args] = process.argv.slice(2);
const { record, home, console, patience } = JSON.parse(how);

/** When a process began, in the system's own terms: tells two processes of one id apart. */
function beginningOf(pid) {
  if (existsSync('/proc/self/stat')) {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  }
  return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
}

// The server may be gone at any time; then nobody reads, and that is no fault.
process.stdout.on('error', () => undefined);
const tell = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

const log = console === undefined ? undefined : openSync(console, 'w', 0o600);
// A group of its own, so that Ctrl-C in the terminal does not stop the database before the server has drained.
const child = spawn(command, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
if (child.pid !== undefined && record !== undefined) {
  const jvm = { pid: child.pid, began: beginningOf(child.pid), home };
  writeFileSync(`${record}.new`, JSON.stringify(jvm), { mode: 0o600 });
  renameSync(`${record}.new`, record);
}
if (child.pid !== undefined) tell({ pid: child.pid });

for (const stream of [child.stdout, child.stderr]) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk) => {
    try {
      if (log !== undefined) writeSync(log, chunk);
    } catch {
      // A full disk must not take the watcher down.
    }
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    for (const line of lines) tell({ line });
  });
  stream.on('end', () => rest !== '' && tell({ line: rest }));
}

function signal(name) {
  try {
    process.kill(-child.pid, name);
  } catch {
    // It has ended.
  }
}

let stopping = false;
function stop() {
  if (stopping || child.pid === undefined) return;
  stopping = true;
  signal('SIGTERM');
  setTimeout(() => signal('SIGKILL'), patience).unref();
}

process.stdin.resume();
process.stdin.on('end', stop);
process.stdin.on('error', stop);
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, stop);

child.on('error', (error) => {
  tell({ failed: error.code ?? error.message });
  process.exitCode = 1;
});
child.on('close', (code, sign) => {
  tell({ code, signal: sign });
  process.exitCode = 0;
  process.stdin.destroy();
  // The pipe may be full and unread; leave all the same.
  setTimeout(() => process.exit(0), 1000).unref();
});
