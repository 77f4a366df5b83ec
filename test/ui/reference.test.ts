import { expect, test } from 'vitest';
import { expectAccessible } from './axe.ts';
import { expectScreenshot } from './screenshot.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench();

test('operations are found by their group, with parameters, answers and a call', async () => {
  const page = await workbench.open('/reference');
  await page.getByRole('link', { name: 'ResearchStudy', exact: true }).click();
  await page.getByRole('heading', { level: 2, name: /^ResearchStudy/ }).waitFor();
  await expectScreenshot(page, 'reference');
  await page.locator('summary', { hasText: 'GET /fhir/ResearchStudy Search' }).click();
  await page
    .getByRole('region', { name: 'Parameters' })
    .getByRole('rowheader', { name: /^condition/ })
    .first()
    .waitFor();
  await page.getByText(`curl '${workbench.origin()}/fhir/ResearchStudy'`).waitFor();
  await expectAccessible(page);
  await page.getByRole('region', { name: 'Answers' }).getByRole('link', { name: 'Bundle' }).first().click();
  await page.getByRole('heading', { level: 2, name: 'Bundle' }).waitFor();
  await page
    .getByRole('region', { name: 'Schema Bundle' })
    .getByRole('rowheader', { name: 'entry' })
    .waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 2, name: /^ResearchStudy/ }).waitFor();
});

test('the operations of the project are called as they have to be', async () => {
  const page = await workbench.open('/reference?tag=system');
  await page.locator('summary', { hasText: '/fhir/$preview' }).click();
  const call = page.getByText(/^With curl: .*\$preview'$/);
  expect(await call.textContent()).toMatch(/-X POST -H 'Content-Type: [^']+' --data-binary @FILE/);
});

test('schemas are filtered by name', async () => {
  const page = await workbench.open('/reference?tag=schemas');
  await page.getByLabel('Filter the schemas').fill('evidencevar');
  const schemas = page.getByRole('region', { name: 'Schemas' });
  await schemas.getByRole('link', { name: 'EvidenceVariable', exact: true }).waitFor();
  expect(await schemas.getByRole('link', { name: 'Quantity', exact: true }).count()).toBe(0);
  await expectAccessible(page);
});

test('a group that there is not is told of', async () => {
  const page = await workbench.open('/reference?tag=none');
  await page.getByText('There is no such page').waitFor();
});
