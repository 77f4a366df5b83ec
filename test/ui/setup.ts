import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { CHROMIUM } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder into which the workbench was built for the tests. */
    workbench: string;
  }
}

/** Builds the workbench into a folder of the run's own. Throws where there is no Chromium. */
export const setup = async (project: TestProject): Promise<() => void> => {
  if (CHROMIUM === undefined)
    throw new Error(
      'No Chromium was found: install Debian’s package chromium, or name its program in CHROMIUM, and run this again.',
    );
  const folder = mkdtempSync(join(tmpdir(), 'workbench-'));
  await build({
    configFile: join(import.meta.dirname, '../../src/ui/vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: folder },
  });
  project.provide('workbench', folder);
  return () => rmSync(folder, { recursive: true });
};
