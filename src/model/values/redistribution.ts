import { enumeration } from './enumeration.js';

/** Whether the licence of a source or document lets others have what it says. */
export const redistribution = enumeration(
  'Redistribution',
  'Whether the licence of a source or document lets others have what it says.',
  {
    ALLOWED: 'What it says may be passed on.',
    FORBIDDEN: 'What it says may be read here, and not be passed on: files for others leave it out.',
  },
);
