import { defineConfig } from 'vite';

/** Builds the workbench into `dist/ui`, which the server serves at `/`. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: '../../dist/ui',
    emptyOutDir: true,
    target: ['chrome125', 'firefox126', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
