import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';
import { ByWorld } from './test/support/by-world.js';

const DATABASE = ['test/**/*.db.test.ts'];
const FAULTS = ['test/**/*.fault.test.ts'];

export default defineConfig({
  // Vite would take graphql's other build, and two copies do not know each other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
  test: {
    environment: 'node',
    sequence: { sequencer: ByWorld },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...DATABASE, ...FAULTS],
          setupFiles: ['reflect-metadata'],
          testTimeout: 20_000,
        },
      },
      // Community has one database, so the files of a project take turns; the two projects have one each.
      ...[
        { name: 'db', include: DATABASE },
        { name: 'fault', include: FAULTS },
      ].map((which) => ({
        extends: true as const,
        test: {
          ...which,
          setupFiles: ['reflect-metadata'],
          globalSetup: ['test/support/global-setup.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      })),
    ],
  },
});
