import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { record, shortRecord } from '../../bench/ingest/record.ts';
import { abstractPage } from '../rest/documents.ts';
import { expectAccessible } from './axe.ts';
import { expectScreenshot } from './screenshot.ts';
import { useWorkbench } from './workbench.ts';

/** Thirty short records make the list longer than a page. */
const SHORT = Array.from({ length: 30 }, (_, at) => shortRecord(at + 10));

const titles = (page: Page) => page.getByRole('heading', { level: 2 }).allTextContents();

const found = async (page: Page, words: string) => {
  await page.getByRole('status').getByText(words, { exact: true }).waitFor();
};

describe('the list of studies', () => {
  const workbench = useWorkbench({ documents: [abstractPage(), record(1), ...SHORT] });

  test('shows the studies with what tells them apart, and how many have each feature', async () => {
    const page = await workbench.open('/');
    await found(page, '32 studies');
    expect(new URL(page.url()).pathname).toBe('/studies');
    const item = page.getByRole('listitem').filter({ hasText: 'NCT90000039' });
    expect(await item.textContent()).toMatch(/Tablet 39 Against Placebo.*Phase [23].*Completed/);
    await page.getByRole('checkbox', { name: 'Not stated 1', exact: true }).first().waitFor();
    await expectAccessible(page);
    await expectScreenshot(page, 'studies');
  });

  test.each([
    ['a title', 'velmorin'],
    ['the beginning of a word', 'Velmo'],
    ['a registry number', 'NCT99999901'],
    ['a condition', 'hillside fever'],
    ['an arm', 'low dose group'],
  ])('is searched by %s', async (_, words) => {
    const page = await workbench.open('/studies');
    await page.getByLabel('Search').fill(words);
    await found(page, '1 study fits the filters');
    expect(await titles(page)).toEqual(['Velmorin for hillside fever: a randomized controlled trial']);
  });

  test('is filtered by condition and intervention, and says when nothing fits', async () => {
    const page = await workbench.open('/studies');
    await page.getByRole('searchbox', { name: 'Condition' }).fill('influ');
    await found(page, '6 studies fit the filters');
    await page.getByRole('searchbox', { name: 'Intervention' }).fill('tabl');
    await found(page, '1 study fits the filters');
    expect(new URL(page.url()).search).toBe('?condition=influ&intervention=tabl');
    await page.getByRole('searchbox', { name: 'Intervention' }).fill('salt');
    await page.getByText('No study fits.').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    await found(page, '32 studies');
    expect(await page.getByRole('searchbox', { name: 'Condition' }).inputValue()).toBe('');
  });

  test('is filtered by a condition that is frequent among the studies found', async () => {
    const page = await workbench.open('/studies?text=tablet');
    await page.getByRole('button', { name: 'Asthma 5', exact: true }).click();
    await found(page, '5 studies fit the filters');
    expect(await page.getByRole('searchbox', { name: 'Condition' }).inputValue()).toBe('Asthma');
  });

  test.each([
    ['Numbers checked', 'With inconsistent numbers', 1],
    ['Numbers checked', 'Not checked', 30],
    ['Design', 'Randomised', 32],
    ['Registry or publication', 'ClinicalTrials.gov', 32],
    ['Status', 'Completed', 31],
  ])('is filtered by %s: %s', async (filter, value, count) => {
    const page = await workbench.open('/studies');
    const summary = page.locator('summary', { hasText: filter });
    if (!(await summary.evaluate((one) => (one.parentElement as HTMLDetailsElement).open)))
      await summary.click();
    const box = page.getByRole('checkbox', { name: `${value} ${count}`, exact: true });
    await box.check();
    await found(page, count === 1 ? '1 study fits the filters' : `${count} studies fit the filters`);
  });

  test('takes studies that have any of several phases, none of them where none is to be stated', async () => {
    const page = await workbench.open('/studies');
    await page.getByRole('checkbox', { name: /^Phase 2 / }).check();
    await page.getByRole('checkbox', { name: /^Phase 3 / }).check();
    await found(page, '31 studies fit the filters');
    await page
      .getByRole('checkbox', { name: /^Not stated 1$/ })
      .first()
      .check();
    await found(page, '1 study fits the filters');
    expect(await page.getByRole('checkbox', { name: /^Phase 2 / }).isChecked()).toBe(false);
  });

  test('holds all of it in its address: opened again, and step by step back', async () => {
    const page = await workbench.open('/studies?text=tablet&phase=phase-2,phase-3&sort=title');
    await found(page, '31 studies fit the filters');
    expect(await page.getByLabel('Search').inputValue()).toBe('tablet');
    expect(await page.getByLabel('Order').inputValue()).toBe('title');
    const first = await titles(page);
    expect(first).toEqual(first.toSorted((a, b) => a.localeCompare(b)));
    await page.getByRole('link', { name: 'Next page' }).click();
    await page.getByRole('link', { name: 'First page' }).waitFor();
    await page.waitForFunction(() => document.querySelectorAll('.study-row').length === 6);
    expect((await titles(page)).filter((title) => first.includes(title))).toEqual([]);
    await page.reload();
    await page.waitForFunction(() => document.querySelectorAll('.study-row').length === 6);
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll('.study-row').length === 25);
    expect(await titles(page)).toEqual(first);
  });

  test('says that a page of the list is not kept, and leads to the first one', async () => {
    const page = await workbench.open('/studies?page=gone', { failing: [400] });
    await page.getByRole('alert').getByText('_page is not one that was given here').waitFor();
    await page.getByRole('link', { name: 'First page' }).click();
    await found(page, '32 studies');
  });

  test('stands there while its counts are awaited, or when they do not come', async () => {
    const page = await workbench.open('/studies?text=velmorin', {
      failing: [500],
      prepare: async (opened) => {
        await opened.route('**/fhir', () => new Promise(() => undefined));
        await opened.route(/_summary=count/, (route) => route.fulfill({ status: 500, body: '' }));
      },
    });
    await page.getByRole('link', { name: /^Velmorin/ }).waitFor();
    await page.waitForTimeout(500);
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.getByRole('checkbox', { name: 'Phase 3', exact: true }).check();
    await page.getByText('No study fits.').waitFor();
  });

  test('takes any words as words', async () => {
    const page = await workbench.open(`/studies?${new URLSearchParams({ text: '"<b> & (or, $x|y \\' })}`);
    await page.getByText('No study fits.').waitFor();
  });

  test('is used with the keyboard alone', async () => {
    const page = await workbench.open('/studies?text=velmorin');
    await found(page, '1 study fits the filters');
    await page.getByLabel('Order').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Velmorin/ }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  });

  test('fits a phone: filters are folded, nothing is wider than the window', async () => {
    const page = await workbench.open('/studies', { viewport: { width: 320, height: 640 } });
    await found(page, '32 studies');
    expect(await page.getByRole('searchbox', { name: 'Condition' }).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Show filters' }).click();
    expect(await page.getByRole('searchbox', { name: 'Condition' }).isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await expectAccessible(page);
  });
});

describe('an empty store', () => {
  const workbench = useWorkbench();

  test('invites to paste a document', async () => {
    const page = await workbench.open('/');
    await page.getByRole('heading', { name: 'No study is stored yet' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Paste a document' }).click();
    await page.waitForURL(/\/try$/);
  });
});
