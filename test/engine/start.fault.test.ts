import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findEngine } from '../../src/engine/engine.js';
import { cleanUp, engineProcess, freshFolder, processesOn, until } from '../support/engine-process.js';

let folder: string;
let dataDir: string;
beforeEach(() => {
  folder = freshFolder('start');
  dataDir = join(folder, 'data');
});
afterEach(() => cleanUp(folder), 60_000);

const faultOf = async (
  more: { args?: string[]; env?: Record<string, string> } = {},
): Promise<{ code: string; message: string }> => {
  const process = engineProcess(dataDir, more);
  const fault = JSON.parse(await process.line('fault')) as { code: string; message: string };
  expect(await process.ended).toBe(1);
  expect(fault.message).not.toContain('\n');
  await until('nothing runs', () => processesOn(dataDir).length === 0);
  return fault;
};

describe('a start that fails', { timeout: 90_000 }, () => {
  it('names the taken Bolt port', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const { port } = server.address() as AddressInfo;
    const fault = await faultOf({ args: [String(port)] });
    server.close();
    expect(fault).toMatchObject({
      code: 'PORT_TAKEN',
      message: expect.stringContaining(`${port}`) as string,
    });
  });

  it('refuses data of a newer line and leaves them alone', async () => {
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'written-by.json'), '{"neo4j":"2026.09.0","storeFormat":"block-block-1.1"}');
    expect((await faultOf()).code).toBe('DATA_NEWER');
    expect(readdirSync(dataDir).sort()).toEqual(['neo4j', 'written-by.json']);
    expect(readdirSync(join(dataDir, 'neo4j'))).toEqual([]);
  });

  it('says that there is no Java', async () => {
    const fault = await faultOf({ env: { PATH: folder, JAVA_HOME: folder } });
    expect(fault).toMatchObject({ code: 'JAVA_MISSING' });
    expect(fault.message).toMatch(/JAVA_HOME.*NEO4J_URI.*compose\.yaml/);
  });

  it('tells a Java that cannot have the memory', async () => {
    // Stands in for a small machine: a real JVM is asked for more than any has.
    const java = join(folder, 'home', 'bin', 'java');
    mkdirSync(join(folder, 'home', 'bin'), { recursive: true });
    const real = execFileSync('sh', ['-c', 'command -v java'], { encoding: 'utf8' }).trim();
    writeFileSync(
      java,
      `#!/bin/sh\n[ "$1" = -version ] && exec ${real} -version\nexec ${real} -Xms99999g -version\n`,
    );
    chmodSync(java, 0o755);
    expect((await faultOf({ env: { JAVA_HOME: join(folder, 'home') } })).code).toBe('OUT_OF_MEMORY');
  });

  it('says that the disk is full', async (test) => {
    const mount = join(folder, 'small');
    mkdirSync(mount);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', mount], { stdio: 'ignore' });
    } catch {
      return test.skip('a small disk needs the right to mount one');
    }
    try {
      dataDir = join(mount, 'data');
      expect(await faultOf()).toMatchObject({
        code: 'DISK_FULL',
        message: expect.stringContaining('DATA_DIR') as string,
      });
    } finally {
      execFileSync('umount', [mount]);
    }
  });
});

describe('starts at once', { timeout: 90_000 }, () => {
  it('leave one database, and one that refuses', async () => {
    const both = [engineProcess(dataDir), engineProcess(dataDir)];
    const words = await Promise.all(both.map((one) => Promise.any([one.line('ready'), one.line('fault')])));
    expect(words.filter((word) => word.includes('bolt://'))).toHaveLength(1);
    expect(words.filter((word) => word.includes('DATA_DIR_IN_USE'))).toHaveLength(1);
    expect(processesOn(dataDir).length).toBeGreaterThan(0);
  });
});

describe('a folder with a long path and signs of other scripts', { timeout: 90_000 }, () => {
  it('serves as any other', async () => {
    dataDir = join(folder, `${'long '.repeat(20)}, مجلد = 1`, 'data');
    mkdirSync(dataDir, { recursive: true });
    await engineProcess(dataDir).line('ready');
    expect(await findEngine(dataDir)).not.toBeNull();
  });
});
