import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const DEFLATED = 8;

/** The text of one file inside a jar (a zip), or undefined; small jars only, since all of it is read. */
export function jarEntry(jar: string, name: string): string | undefined {
  const bytes = readFileSync(jar);
  let end = bytes.length - 22;
  while (end >= 0 && bytes.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) return undefined;
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = bytes.readUInt16LE(at + 28);
    if (bytes.toString('utf8', at + 46, at + 46 + nameLength) === name) return contentOf(bytes, at);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return undefined;
}

function contentOf(bytes: Buffer, directoryEntry: number): string {
  const local = bytes.readUInt32LE(directoryEntry + 42);
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const content = bytes.subarray(start, start + bytes.readUInt32LE(directoryEntry + 20));
  const deflated = bytes.readUInt16LE(directoryEntry + 10) === DEFLATED;
  return (deflated ? inflateRawSync(content) : content).toString('utf8');
}
