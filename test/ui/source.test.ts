import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { abstractPage, recipe } from '../rest/documents.ts';
import { record, twoGroups } from '../synthesis/records.ts';
import { expectAccessible } from './axe.ts';
import { expectScreenshot } from './screenshot.ts';
import { useWorkbench } from './workbench.ts';

/** Characters that are two in UTF-16, before everything that is read. */
const ASTRAL = '𝒱𝔢𝓁 😀 𝟛\n\n';

const HOSTILE = `<img src=x onerror="hacked = true"><script>hacked = true</script>
<!-- --><style>body { display: none }</style><iframe src="javascript:hacked = true"></iframe>
&lt;b&gt; {{constructor.constructor('hacked = true')()}}`;

const LONG = 'NCT99999904';

/** So many paragraphs of words that say nothing of the trial: more than 1 MB. */
const PADDING = Array.from(
  { length: 4000 },
  (_, at) =>
    `Paragraph ${at} tells of hills and of the weather above them. ${'Clouds came and went. '.repeat(10)}`,
).join('\n\n');

const workbench = useWorkbench({
  documents: [
    abstractPage(),
    `${ASTRAL}${abstractPage({ number: 'NCT99999902' })}`,
    abstractPage({ number: 'NCT99999903' }).replace('Legal notice', `Legal notice ${HOSTILE}`),
    `${abstractPage({ number: LONG })}\n${PADDING}`,
    record({ number: 51, title: 'Shivering', groups: twoGroups(4, 50, 9, 51) }),
  ],
});

/** Opens the document of a study. */
const open = async (study: string, query = ''): Promise<Page> => {
  const answer = await fetch(`${workbench.origin()}/fhir/Provenance?target=ResearchStudy/${study}`);
  const document = /DocumentReference\/[0-9a-f]+/.exec(await answer.text())![0].split('/')[1];
  const page = await workbench.open(`/source/${document}${query}`);
  await page.getByRole('region', { name: 'The document' }).waitFor();
  return page;
};

const text = (page: Page) => page.getByRole('region', { name: 'The document' });

const values = (page: Page) => page.getByRole('region', { name: 'Values' });

const died = (page: Page) =>
  values(page)
    .getByRole('listitem')
    .filter({ hasText: 'numberAffected', has: page.locator('q', { hasText: /^two$/ }) });

describe('a document', () => {
  test('stands whole beside the values that were read in it', async () => {
    const page = await open('NCT99999901');
    expect(await text(page).textContent()).toBe(abstractPage());
    await died(page).getByText('2', { exact: true }).waitFor();
    expect(await died(page).textContent()).toContain('Put into another form');
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'light' });
    await expectScreenshot(page, 'source');
  });

  test('shows on either side what is pointed at on the other', async () => {
    const page = await open('NCT99999901');
    const words = text(page).getByRole('link', { name: 'two', exact: true });
    await words.hover();
    await page.locator('.source-element.pointed', { hasText: 'numberAffected' }).waitFor();
    await died(page).hover();
    await page.locator('.source-text .pointed', { hasText: /^two$/ }).waitFor();
    await values(page).getByRole('listitem').filter({ hasText: 'ResearchStudy.title' }).hover();
    expect(await page.locator('.source-text .pointed').allTextContents()).not.toContain('two');
  });

  test('keeps what was opened in the address', async () => {
    const page = await open('NCT99999901');
    await died(page).getByRole('link').click();
    await page.locator('.source-text .opened', { hasText: /^two$/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('at')).toMatch(
      /^Evidence\/.*#Evidence\.statistic\[0\]\.numberAffected$/,
    );
    await page.reload();
    await page.locator('.source-text .opened', { hasText: /^two$/ }).waitFor();
    await text(page).getByRole('link', { name: '0.40' }).click();
    await page.locator('.source-element.opened', { hasText: '0.40' }).waitFor();
    await page.goBack();
    await page.locator('.source-text .opened', { hasText: /^two$/ }).waitFor();
  });

  test('is gone through with the arrow keys', async () => {
    const page = await open('NCT99999901');
    await text(page).focus();
    await page.keyboard.press('ArrowRight');
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toBe('Velmorin for hillside fever: a randomized controlled trial');
    await page.locator('.source-element.pointed', { hasText: 'ResearchStudy.title' }).waitFor();
    await page.keyboard.press('ArrowRight');
    const second = await focused();
    await page.keyboard.press('ArrowRight');
    expect(await focused()).not.toBe(second);
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe(second);
    await page.keyboard.press('Enter');
    await page.locator('.source-element.opened').first().waitFor();
  });

  test('is narrowed to values with some words', async () => {
    const page = await open('NCT99999901');
    const items = page.locator('.source-element');
    const all = await items.count();
    await page.getByLabel('Find a value').fill('quantity 0.40');
    await expect.poll(() => items.count()).toBeLessThan(all);
    for (const item of await items.allTextContents()) expect(item).toMatch(/quantity.*0\.40/);
    await page.getByLabel('Find a value').fill('nothing like this');
    await page.getByText('No value fits.').waitFor();
  });

  test('tells what was looked for and is not stated, and what the reader says', async () => {
    const page = await open('NCT99999901');
    await page.getByRole('link', { name: 'Not stated' }).click();
    const absent = page.getByRole('region', { name: 'Not stated' });
    await absent.getByText('ResearchStudy.phase').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Messages' }).click();
    const messages = page.getByRole('region', { name: 'Messages' });
    await messages.getByText(/gives a risk ratio of/).waitFor();
    expect(await messages.textContent()).not.toContain('ResearchStudy.phase');
  });
});

test('places are found behind characters of two UTF-16 units', async () => {
  const page = await open('NCT99999902');
  expect(await text(page).textContent()).toBe(`${ASTRAL}${abstractPage({ number: 'NCT99999902' })}`);
  const wrong = await page.evaluate(() =>
    [...document.querySelectorAll('.source-element')]
      .filter((one) => one.querySelector('.mark-stated') && one.querySelector('.source-value'))
      .flatMap((one) => {
        const number = one.getAttribute('data-marks');
        const marked = [...document.querySelectorAll(`.source-text [data-marks~="${number}"]`)]
          .map((piece) => piece.textContent)
          .join('');
        const value = one.querySelector('.source-value')!.textContent!;
        return marked.includes(value) ? [] : [`${value}: ${marked}`];
      }),
  );
  expect(wrong).toEqual([]);
});

test('markup and script in a document are text', async () => {
  const page = await open('NCT99999903');
  expect(await text(page).textContent()).toContain(HOSTILE);
  expect(await text(page).locator('script, style, iframe, img, b').count()).toBe(0);
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
});

test('a document of more than 1 MB is shown whole, and a value leads to its place in it', async () => {
  const page = await open(LONG);
  expect((await text(page).textContent())?.length).toBeGreaterThan(1_000_000);
  await died(page).getByRole('link').click();
  const opened = page.locator('.source-text .opened');
  await opened.waitFor();
  expect(await opened.isVisible()).toBe(true);
});

test('a registry’s record is a document, too, with the places by its own names', async () => {
  const page = await open('NCT99997051');
  await text(page).getByRole('link', { name: 'Shivering' }).first().hover();
  await page.locator('.source-element.pointed', { hasText: 'outcomeMeasures[0].title' }).first().waitFor();
  await page.getByRole('link', { name: 'Study 51' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Study 51' }).waitFor();
});

/** Stores a document by itself, without reading it. */
const storeDocument = async (attachment: object): Promise<string> => {
  const answer = await fetch(`${workbench.origin()}/fhir/DocumentReference`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/fhir+json' },
    body: JSON.stringify({ resourceType: 'DocumentReference', status: 'current', content: [{ attachment }] }),
  });
  return ((await answer.json()) as { id: string }).id;
};

test('a document of which nothing was read says so', async () => {
  const id = await storeDocument({ contentType: 'text/plain', data: Buffer.from(recipe).toString('base64') });
  const page = await workbench.open(`/source/${id}?tab=messages`, { failing: [422] });
  await text(page).waitFor();
  expect(await text(page).textContent()).toBe(recipe);
  await page.getByRole('alert').getByText('Refused').waitFor();
  await page.getByRole('link', { name: 'Values' }).click();
  await page.getByText('Nothing was read from this document.').waitFor();
});

test('a document whose text may not be passed on says so', async () => {
  const id = await storeDocument({ contentType: 'text/plain', size: '700' });
  const page = await workbench.open(`/source/${id}`);
  await text(page).getByText('may not be passed on').waitFor();
  await page.getByRole('link', { name: 'Not stated' }).click();
  await page.getByRole('region', { name: 'Not stated' }).getByText('may not be passed on').waitFor();
});

test('a text in another character set is read as its media type says', async () => {
  const id = await storeDocument({
    contentType: 'text/plain; charset=windows-1252',
    data: Buffer.from([0x6e, 0xa0, 0x3d, 0xa0, 0x35, 0x2c, 0x20, 0xb1, 0x32]).toString('base64'),
  });
  const page = await workbench.open(`/source/${id}`);
  await text(page).waitFor();
  expect(await text(page).textContent()).toBe('n\u00a0=\u00a05, ±2');
});

test('a document that is not there', async () => {
  const page = await workbench.open('/source/none', { failing: [404] });
  await page.getByRole('alert').getByText('Not found').waitFor();
});

test('a phone shows document and values one under the other', async () => {
  const answer = await fetch(`${workbench.origin()}/fhir/DocumentReference?_elements=id&_count=1`);
  const { entry } = (await answer.json()) as { entry: { resource: { id: string } }[] };
  const page = await workbench.open(`/source/${entry[0]!.resource.id}`, {
    viewport: { width: 320, height: 640 },
  });
  await values(page).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expectAccessible(page);
});
