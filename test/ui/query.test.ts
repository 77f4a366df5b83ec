import { expect, test } from 'vitest';
import { abstractPage } from '../rest/documents.ts';
import { expectAccessible } from './axe.ts';
import { expectScreenshot } from './screenshot.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench({
  documents: ['NCT99999901', 'NCT99999902', 'NCT99999903'].map((number) => abstractPage({ number })),
});

test('a search is put together from what the server says, asked, and read as a table and as JSON', async () => {
  const page = await workbench.open('/query');
  await page.getByLabel('Resource type').selectOption('Evidence');
  const first = page.getByRole('group', { name: 'Parameter 1' });
  await first.getByLabel('Name').fill('title');
  const names = await page
    .locator('#query-names option')
    .evaluateAll((all) => all.map((one) => one.getAttribute('value')));
  expect(names).toEqual(
    expect.arrayContaining(['title', 'study', 'variable', '_lastUpdated', '_sort', '_include']),
  );
  expect(await first.getByLabel('Modifier').locator('option').allTextContents()).toContain('contains');
  await first.getByLabel('Modifier').selectOption('contains');
  await first.getByLabel('Value').fill('low dose');
  expect(await page.getByRole('textbox', { name: /^Request/ }).inputValue()).toBe(
    'Evidence?title:contains=low%20dose',
  );
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Run' }).click();
  await page
    .getByRole('rowheader', { name: /^Evidence\// })
    .first()
    .waitFor();
  expect(await page.getByRole('columnheader', { name: 'title' }).count()).toBe(1);
  await expectAccessible(page);

  await page.getByRole('radio', { name: 'JSON' }).check();
  const json = page.getByRole('region', { name: 'Answer' }).last();
  await expect.poll(() => json.textContent()).toContain('"value": 0.40');
  const url = page.url();
  expect(decodeURIComponent(url)).toContain('title:contains=low%20dose');

  const shared = await workbench.open(url.slice(workbench.origin().length));
  await expect
    .poll(() => shared.getByRole('region', { name: 'Answer' }).last().textContent())
    .toContain('0.40');
  expect(await shared.getByRole('group', { name: 'Parameter 1' }).getByLabel('Modifier').inputValue()).toBe(
    'contains',
  );
});

test('pages are turned, and the way back leads to the page before', async () => {
  const page = await workbench.open(
    `/query?${new URLSearchParams({ q: 'ResearchStudy?_count=2&_sort=_id' })}`,
  );
  const rows = page.getByRole('rowheader');
  await page.getByText('3 found').waitFor();
  expect(await rows.allTextContents()).toEqual(['ResearchStudy/NCT99999901', 'ResearchStudy/NCT99999902']);
  await expectScreenshot(page, 'query');
  await page.getByRole('button', { name: 'Next page' }).click();
  await page.getByRole('button', { name: 'ResearchStudy/NCT99999903' }).waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'ResearchStudy/NCT99999901' }).click();
  await page.getByText('"id": "NCT99999901"').waitFor();
});

test('a query that the server refuses is told of in its words, and one that finds nothing', async () => {
  const page = await workbench.open('/query', { failing: [400] });
  await page.getByRole('textbox', { name: /^Request/ }).fill('ResearchStudy?colour=blue');
  await page.getByRole('button', { name: 'Run' }).click();
  await page
    .getByRole('alert')
    .getByText(/colour/)
    .first()
    .waitFor();
  await page.getByRole('textbox', { name: /^Request/ }).fill('ResearchStudy?title=nothing');
  await page.getByRole('button', { name: 'Run' }).click();
  await page.getByText('Nothing is found.').waitFor();
});

test('parameters are added and removed', async () => {
  const page = await workbench.open('/query');
  await page.getByRole('button', { name: 'Add a parameter' }).click();
  const second = page.getByRole('group', { name: 'Parameter 2' });
  await second.getByLabel('Name').fill('_include');
  await second.getByLabel('Value').fill('ResearchStudy:result');
  expect(await page.locator('#query-values-2 option').count()).toBeGreaterThan(1);
  await page.getByRole('button', { name: 'Remove _count' }).click();
  expect(await page.getByRole('textbox', { name: /^Request/ }).inputValue()).toBe(
    'ResearchStudy?_include=ResearchStudy:result',
  );
  await page.getByRole('button', { name: 'Run' }).click();
  await page.getByText('included').first().waitFor();
});
