import { defineConfig } from 'vite';

export default defineConfig({
  base: '/graphiql/',
  build: {
    outDir: '../../../dist/explorer/graphiql',
    emptyOutDir: true,
    // The editor is large and loads in parts of its own.
    chunkSizeWarningLimit: 5_000,
    rolldownOptions: {
      onLog(level, log, say) {
        // Libraries mark client components; there are no others here.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') say(level, log);
      },
    },
  },
});
