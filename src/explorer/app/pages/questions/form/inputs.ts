import { createContext } from 'react';
import type { SavedInput } from '../saved.js';

/** The input objects of the listing, for every field of a form. */
export const Inputs = createContext<readonly SavedInput[]>([]);
