import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { abstractPage, recipe } from '../rest/documents.ts';
import { expectAccessible } from './axe.ts';
import { expectScreenshot } from './screenshot.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench();

const paste = async (page: Page, text: string): Promise<void> => {
  await page.getByLabel('Text of a document').fill(text);
  await page.getByRole('button', { name: 'See what it becomes' }).click();
};

const stored = async (type = 'ResearchStudy'): Promise<number> => {
  const answer = await fetch(`${workbench.origin()}/fhir/${type}?_summary=count`);
  return ((await answer.json()) as { total: number }).total;
};

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

describe('a pasted document', () => {
  test('is shown as what it would become, with its checks and what it does not state, before it is stored', async () => {
    const page = await workbench.open('/try');
    await expectAccessible(page);
    await paste(page, abstractPage());
    const view = page.getByRole('article', { name: 'Pasted text 1' });
    await view.getByText('Read, not stored').waitFor();
    const text = (await view.textContent()) ?? '';
    expect(text).toContain('Velmorin for hillside fever');
    expect(text).toContain('NCT99999901');
    expect(text).toContain('low dose group, high dose group, control group');
    expect(text).toContain('0.40 (95 % CI 0.09 to 1.70)');
    expect(await view.getByRole('listitem').filter({ hasText: 'phase' }).count()).toBeGreaterThan(0);
    await view
      .getByRole('row', { name: /relative risk/ })
      .getByText('Inconsistent')
      .first()
      .click();
    await view
      .getByText(/gives a risk ratio of/)
      .first()
      .waitFor();
    const studies = page.locator('details', {
      has: page.locator('summary', { hasText: /^ResearchStudy/ }),
    });
    await studies.locator('summary', { hasText: /^ResearchStudy/ }).click();
    await studies
      .getByText('Velmorin for hillside fever: a randomized controlled trial', { exact: true })
      .click();
    await view.getByText('"resourceType": "ResearchStudy"').waitFor();
    await expectAccessible(page);
    expect(await stored()).toBe(0);

    await view.getByRole('button', { name: 'Store it' }).click();
    await view.getByText('Stored', { exact: true }).waitFor();
    expect(await stored()).toBe(1);
    expect(await view.getByRole('link', { name: 'Open the study' }).getAttribute('href')).toBe(
      '/studies/NCT99999901',
    );

    await paste(page, abstractPage());
    const again = page.getByRole('article', { name: 'Pasted text 2' });
    await again.getByText('All that this document says is stored already.').waitFor();
    await again.getByRole('button', { name: 'Store it' }).click();
    await again.getByText('Stored already; nothing changed').waitFor();
    await again.getByRole('button', { name: 'Remove' }).click();
    await again.waitFor({ state: 'detached' });
  });

  test('that is no trial is refused in words', async () => {
    const page = await workbench.open('/try', { failing: [422] });
    await paste(page, recipe);
    await page.getByRole('alert').getByText('This looks like').waitFor();
    expect(await page.getByRole('button', { name: 'Store it' }).count()).toBe(0);
    await expectAccessible(page);
  });

  test('full of markup and script is shown as text', async () => {
    const page = await workbench.open('/try');
    const hostile = '<img src=x onerror=alert(1)><script>document.title="hacked"</script>';
    await paste(
      page,
      abstractPage({ number: 'NCT99999902' }).replace('Velmorin for', `Velmorin ${hostile} for`),
    );
    await page.getByText('Read, not stored').waitFor();
    expect(await page.locator('main img, main script').count()).toBe(0);
    expect(await page.title()).toContain('Try it');
  });
});

describe('several files', () => {
  test('are read one after the other, some refused, and the others stored together', async () => {
    const page = await workbench.open('/try', { failing: [422] });
    await page
      .locator('input[type=file]')
      .setInputFiles([
        file('one.txt', abstractPage({ number: 'NCT99999903' })),
        file('recipe.txt', recipe),
        file('two.txt', abstractPage({ number: 'NCT99999904' })),
      ]);
    await page.getByText('3 of 3 documents read').waitFor();
    const refused = page.getByRole('article', { name: 'recipe.txt' });
    await refused.getByRole('alert').getByText('This looks like').waitFor();
    const before = await stored();
    await page.getByRole('button', { name: 'Store all 2' }).click();
    for (const name of ['one.txt', 'two.txt'])
      await page.getByRole('article', { name }).getByText('Stored', { exact: true }).waitFor();
    expect(await stored()).toBe(before + 2);
    expect(await refused.getByText('Failed').count()).toBe(1);
  });

  test('may be dropped', async () => {
    const page = await workbench.open('/try');
    const dropped = await page.evaluateHandle(
      (text) => {
        const data = new DataTransfer();
        data.items.add(new File([text], 'dropped.txt'));
        return data;
      },
      abstractPage({ number: 'NCT99999905' }),
    );
    await page
      .getByRole('region', { name: 'Drop files here, or' })
      .dispatchEvent('drop', { dataTransfer: dropped });
    await page.getByRole('article', { name: 'dropped.txt' }).getByText('Read, not stored').waitFor();
  });
});

describe('a person who may only read', () => {
  test('sees what a document becomes, and is told that it cannot be stored', async () => {
    const page = await workbench.open('/try', {
      failing: [403],
      prepare: (opened) =>
        opened.route('**/fhir/$ingest', (route) => route.fulfill({ status: 403, body: '' })),
    });
    await paste(page, abstractPage({ number: 'NCT99999906' }));
    await page.getByRole('button', { name: 'Store it' }).click();
    await page
      .getByRole('alert')
      .getByText(/may read here/)
      .waitFor();
    expect(await page.getByText('Velmorin').count()).toBeGreaterThan(0);
  });
});

test('a connection that breaks is told of, and the document is read when it is back', async () => {
  const page = await workbench.open('/try', { offline: true });
  await page.route('**/fhir/$preview', (route) => route.abort('internetdisconnected'));
  await paste(page, abstractPage());
  await page.getByRole('alert').getByText('The server cannot be reached').waitFor();
  await page.unroute('**/fhir/$preview');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('button', { name: 'Store it' }).waitFor();
});

test('a reading that takes long can be given up, and begun again', async () => {
  const page = await workbench.open('/try');
  await page.route('**/fhir/$preview', () => new Promise(() => undefined));
  await paste(page, abstractPage());
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('alert').getByText('Cancelled').waitFor();
  await page.unroute('**/fhir/$preview');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('button', { name: 'Store it' }).waitFor();
});

test('the page looks as it did', async () => {
  const page = await workbench.open('/try');
  await page.getByRole('button', { name: 'Fill in an example' }).click();
  await page.getByRole('button', { name: 'See what it becomes' }).click();
  await page.getByText('Read, not stored').waitFor();
  await expectScreenshot(page, 'try');
  await page.setViewportSize({ width: 320, height: 800 });
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expectScreenshot(page, 'try-narrow-dark');
});
