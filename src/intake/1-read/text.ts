import { isUtf8 } from 'node:buffer';
import type { FaultPlace } from '../faults.js';

/** The line on which the first byte stands that is no UTF-8. */
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(10, start);
    const stop = end === -1 ? bytes.length : end;
    try {
      decoder.decode(bytes.subarray(start, stop));
    } catch {
      return line;
    }
    start = stop + 1;
  }
  return line;
}

/** Why the bytes of a file are no text; null where they are UTF-8. */
export const notUtf8 = (file: string, bytes: Uint8Array): FaultPlace | null =>
  isUtf8(bytes)
    ? null
    : {
        file,
        line: firstBadLine(bytes),
        column: null,
        message: 'The file is not UTF-8 here; save it again as "CSV UTF-8".',
      };

/** The text of a file, without its byte order mark; a fault where it is not UTF-8. */
export function textOf(file: string, bytes: Uint8Array): string | FaultPlace {
  return notUtf8(file, bytes) ?? new TextDecoder().decode(bytes);
}

// What Windows-1252 has where Latin-1 has control characters, from 0x80; Node decodes these as Latin-1 does.
const WINDOWS = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'];

/** A text of Windows-1252 that was read as Latin-1, as it was meant. */
export const fromWindows = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? sign);
