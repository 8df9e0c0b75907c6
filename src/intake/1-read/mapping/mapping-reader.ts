import type { Reader } from '../readers.js';
import { registerName } from '../register-name.js';
import { loadMapping } from './load.js';
import { readMapped } from './read-mapped.js';

/** Reads files through the mapping at a path. */
export const mappingReader =
  (path: string): Reader =>
  async ({ files, as, infer, who, rows }) => {
    const mapping = await loadMapping(path);
    const name = registerName(as ?? mapping.register);
    return readMapped({ mapping, files, as: name, infer, rows: rows() }, await who());
  };
