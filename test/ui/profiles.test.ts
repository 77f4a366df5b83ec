import { expect, test } from 'vitest';
import { expectAccessible } from './axe.ts';
import { expectScreenshot } from './screenshot.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench();

test('a profile is a table of what it changes, or of all elements', async () => {
  const page = await workbench.open('/profiles');
  await page.getByRole('link', { name: 'Comparison evidence' }).click();
  await page.getByRole('heading', { level: 1, name: 'Comparison evidence' }).waitFor();
  const rows = page.getByRole('region', { name: 'Elements' }).getByRole('row');
  const changed = await rows.count();
  const statistic = page.getByRole('row', { name: /^statistic / }).first();
  expect(await statistic.getByRole('cell').first().textContent()).toMatch(/^\d\.\.(?:\d|\*)$/);
  await expectScreenshot(page, 'profile');
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'All elements' }).check();
  await expect.poll(() => rows.count()).toBeGreaterThan(changed * 2);
  expect(page.url()).toContain('view=snapshot');
  expect(await page.getByText('Must', { exact: false }).count()).toBeGreaterThan(0);
  await page.getByRole('link', { name: 'Validate against it' }).click();
  await expect.poll(() => page.getByLabel('Profile').inputValue()).toMatch(/comparison-evidence$/);
});

test.each([
  ['Search parameters', /^EvidenceStudy$/, /Evidence\b/],
  ['Operations', /^Ingest a document$/, /document/],
  ['Code systems', /^Derivation$/, /normalised/],
  ['Value sets', /^Arm statistic type$/, /Median/],
])('%s are listed and shown', async (kind, name, words) => {
  const page = await workbench.open('/profiles');
  await page.getByRole('link', { name: kind }).click();
  await page.getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByText(words).first().waitFor();
  await expectAccessible(page);
});

test('a definition that there is not is told of', async () => {
  const page = await workbench.open('/profiles/StructureDefinition/none', { failing: [404] });
  await page.getByRole('alert').getByText('Not found').waitFor();
});
