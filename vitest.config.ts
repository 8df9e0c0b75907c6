import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const NEEDS_DATABASE = ['test/**/*.db.test.ts', 'test/**/*.fault.test.ts'];

export default defineConfig({
  // Vite would take graphql's other build, and two copies do not know each other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
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
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
