import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** WCAG 2.2 AA and what axe-core advises beyond it. */
const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

const violations = async (page: Page): Promise<readonly string[]> => {
  const { violations: found } = (await page.evaluate(
    `axe.run(document, ${JSON.stringify(OPTIONS)})`,
  )) as AxeResults;
  return found.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
};

/** Expects that axe finds nothing on a page as it is now, in light and in dark. */
export const expectAccessible = async (page: Page): Promise<void> => {
  // Evaluated, not added as a script, which the page's content-security policy forbids.
  await page.evaluate(await readFile(AXE, 'utf8'));
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page), `axe in ${colorScheme}`).toEqual([]);
  }
};
