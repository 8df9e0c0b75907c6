import { defineConfig } from 'vitest/config';

const NEEDS_DATABASE = ['test/**/*.db.test.ts', 'test/**/*.fault.test.ts'];

export default defineConfig({
  test: {
    environment: 'node',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: NEEDS_DATABASE,
          setupFiles: ['reflect-metadata'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: NEEDS_DATABASE,
          setupFiles: ['reflect-metadata'],
          globalSetup: ['test/support/global-setup.ts'],
          // Community has one database for all files, so they take turns.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
