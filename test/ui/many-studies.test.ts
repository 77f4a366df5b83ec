import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { storeManyStudies } from './many-studies.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench({
  referentialIntegrity: false,
  fill: (work) => storeManyStudies(work, 10_000),
});

const found = (page: Page, words: string | RegExp) =>
  page.getByRole('status').getByText(words).first().waitFor();

test('ten thousand studies are searched, filtered, ordered and paged, and one of them is opened', async () => {
  const page = await workbench.open('/');
  await found(page, '10,000 studies');
  await page.getByLabel('Search').fill('Tablet 4711');
  await found(page, '1 study fits the filters');
  await page.getByRole('link', { name: /^Tablet 4711/ }).click();
  await page.getByRole('heading', { level: 1, name: /^Tablet 4711/ }).waitFor();
  await page.goBack();
  await found(page, '1 study fits the filters');
  await page.getByLabel('Search').fill('');
  await found(page, '10,000 studies');
  await page.getByRole('searchbox', { name: 'Condition' }).fill('asthma');
  await found(page, /^1,6\d\d studies fit the filters$/);
  const first = await page.getByRole('heading', { level: 2 }).first().textContent();
  await page.getByRole('link', { name: 'Next page' }).click();
  await expect.poll(() => page.getByRole('heading', { level: 2 }).first().textContent()).not.toBe(first);
  await page.goBack();
  await expect.poll(() => page.getByRole('heading', { level: 2 }).first().textContent()).toBe(first);
});

test('their evidence is listed a page at a time', async () => {
  const page = await workbench.open('/evidence');
  await page.getByRole('table').first().waitFor();
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get('page')).not.toBeNull();
  await page.getByRole('table').first().waitFor();
});
