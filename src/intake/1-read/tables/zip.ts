import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';

/** Most bytes that a workbook may unpack to; a spreadsheet of some hundred thousand rows stays below. */
export const UNPACKED_LIMIT = 100_000_000;
/** Most files inside a workbook. */
const ENTRY_LIMIT = 2_000;

const ADVICE = 'save the sheet anew as .xlsx, or as CSV UTF-8.';
const refusal = (what: string): string => `The workbook ${what}; ${ADVICE}`;

const LINK = 0xa000;
const isLink = (entry: Entry): boolean => ((entry.externalFileAttributes >>> 16) & 0xf000) === LINK;
/** The first bytes of a zip inside the zip. */
const isZip = (start: Buffer): boolean => start.length >= 4 && start.readUInt32LE(0) === 0x04034b50;

function nameFault(entry: Entry, seen: Set<string>): string | null {
  const name = entry.fileName;
  if (/^([/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes('..'))
    return refusal(`holds a file that would lie outside it, "${name.slice(0, 80)}"`);
  if (isLink(entry)) return refusal(`holds a link, "${name.slice(0, 80)}"`);
  // Which of two would be read depends on the program; case does not tell files apart in a workbook.
  const key = name.toLowerCase();
  if (seen.has(key)) return refusal(`holds two files named "${name.slice(0, 80)}"`);
  seen.add(key);
  return null;
}

/** Counts what an entry really unpacks to, keeping nothing, since the size that a zip states may be a lie. */
async function unpackedSize(zip: ZipFile, entry: Entry, most: number): Promise<number | 'ZIP'> {
  const stream = await zip.openReadStreamPromise(entry);
  let size = 0;
  let start = Buffer.alloc(0);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (start.length < 4) start = Buffer.concat([start, chunk.subarray(0, 4)]);
    size += chunk.length;
    if (isZip(start)) return 'ZIP';
    if (size > most) return size;
  }
  return size;
}

/** Looks at a workbook before anything unpacks it; a sentence that refuses it, or null when it is sound. Nothing is written. */
export async function zipFault(bytes: Buffer): Promise<string | null> {
  const unreadable = refusal('cannot be read as .xlsx');
  const zip = await fromBufferPromise(bytes, { autoClose: false }).catch(() => null);
  if (!zip) return unreadable;
  if (zip.entryCount > ENTRY_LIMIT) return refusal(`holds more than ${ENTRY_LIMIT} files`);
  const seen = new Set<string>();
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const fault = nameFault(entry, seen);
      if (fault) return fault;
      const size = await unpackedSize(zip, entry, UNPACKED_LIMIT - total);
      if (size === 'ZIP') return refusal(`holds another archive, "${entry.fileName.slice(0, 80)}"`);
      total += size;
      if (total > UNPACKED_LIMIT)
        return `The workbook unpacks to more than ${UNPACKED_LIMIT} bytes; split it, or save the sheet as CSV UTF-8.`;
    }
  } catch (error) {
    // yauzl refuses names that lead outside by itself, before we see the entry.
    const outside =
      error instanceof Error && /relative path|absolute path|invalid characters/.test(error.message);
    return outside ? refusal('holds a file that would lie outside it') : unreadable;
  }
  return null;
}
