import { basename } from 'node:path';
import type { Kind } from '../../model/declaration.js';
import { fileOf } from '../1-read/files.js';

/** What the sheet of a kind is called, without its ending: document-acts. */
export const sheetName = (kind: Kind): string => basename(fileOf(kind.kind), '.csv');
