import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // Pages live at addresses of any depth; the files always here.
  base: '/explorer/',
  // No preload script of its own and no data: addresses, so that the content policy stays strict.
  worker: { format: 'es' },
  build: { modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
});
