import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bundle, FhirResource } from 'fhir/r5.js';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from './axe.ts';
import { useWorkbench } from './workbench.ts';

/** The project's own documents and those of the folder that is named. */
const FOLDERS = [join(import.meta.dirname, '../../samples'), process.env.DOCUMENTS].filter(
  (folder) => folder !== undefined,
);

const documents = FOLDERS.flatMap((folder) =>
  readdirSync(folder).map((name) => pathToFileURL(join(folder, name))),
);

const workbench = useWorkbench({ documents });

const idsOf = async (type: FhirResource['resourceType']): Promise<readonly string[]> => {
  const answer = await fetch(`${workbench.origin()}/fhir/${type}?_elements=id&_count=100`);
  return ((await answer.json()) as Bundle).entry?.map(({ resource }) => resource?.id ?? '') ?? [];
};

/** Opens a path and waits until all that it asks for has come. */
const open = async (path: string): Promise<Page> => {
  const page = await workbench.open(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.locator('.notice-error').allTextContents()).toEqual([]);
  return page;
};

test('every study is listed', async () => {
  const page = await open('/studies');
  const studies = await idsOf('ResearchStudy');
  expect(studies).not.toEqual([]);
  const links = page.getByRole('heading', { level: 2 }).getByRole('link');
  const listed = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(listed.toSorted()).toEqual(studies.map((id) => `/studies/${id}`).toSorted());
  await expectAccessible(page);
});

test('every study has its page', async () => {
  for (const id of await idsOf('ResearchStudy')) {
    const page = await open(`/studies/${id}`);
    await page.getByRole('region', { name: 'Sources' }).getByRole('link').first().waitFor();
    await expectAccessible(page);
  }
});

test('every study has the page of its evidence', async () => {
  for (const id of await idsOf('ResearchStudy')) {
    const page = await open(`/evidence?study=${id}`);
    await page.getByRole('table').or(page.getByText('Nothing')).first().waitFor();
    await expectAccessible(page);
  }
});

test('every document stands whole beside its values', async () => {
  const texts = documents.map((document) => readFileSync(document, 'utf8'));
  const ids = await idsOf('DocumentReference');
  expect(ids).toHaveLength(texts.length);
  for (const id of ids) {
    const page = await open(`/source/${id}`);
    const shown = await page.getByRole('region', { name: 'The document' }).textContent();
    expect(texts.includes(shown ?? ''), `the text of ${id}`).toBe(true);
    await page.getByRole('region', { name: 'Values' }).getByRole('listitem').first().waitFor();
    await expectAccessible(page);
  }
});
