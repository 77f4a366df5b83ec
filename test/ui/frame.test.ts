import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { abstractPage } from '../rest/documents.ts';
import { expectAccessible } from './axe.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench({ documents: [abstractPage()] });

describe('every page', () => {
  test('leads past the navigation to its content by the first link', async () => {
    const page = await workbench.open('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('button', { name: 'Sign in' }).count()).toBe(0);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#main');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  });

  test('is shown in the colours a person chose, in later windows as well', async () => {
    const page = await workbench.open('/');
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await ground();
    await page.getByLabel('Colours').selectOption('Dark');
    expect(await ground()).not.toBe(light);
    const dark = await ground();
    await page.reload();
    expect(await ground()).toBe(dark);
  });

  test('tells of an address that leads nowhere', async () => {
    const page = await workbench.open('/no/such/page');
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await expectAccessible(page);
  });
});

describe('a server that', () => {
  const answering = (status: number, headers: Record<string, string> = {}) => ({
    failing: [status],
    prepare: (page: Page) =>
      page.route('**/fhir/**', (route) => route.fulfill({ status, headers, body: '' })),
  });

  test('cannot be reached is told of, and asked again', async () => {
    const page = await workbench.open('/studies', { offline: true });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.route('**/fhir/**', (route) => route.abort('internetdisconnected'));
    await page.reload();
    await page.getByRole('alert').getByText('The server cannot be reached').waitFor();
    await expectAccessible(page);
    await page.unroute('**/fhir/**');
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await page.getByRole('link', { name: /Velmorin/ }).waitFor();
  });

  test.each([
    [403, /may read here/, {}],
    [429, /try again in 7 s/, { 'Retry-After': '7' }],
    [503, /try again in 30 s/, { 'Retry-After': '30' }],
    [500, /error of the server/, {}],
  ])('answers %i is told of in words', async (status, words, headers) => {
    const page = await workbench.open('/studies', answering(status, headers));
    expect(await page.getByRole('alert').first().textContent()).toMatch(words);
  });

  test('is slow is waited for, and can be given up', async () => {
    const page = await workbench.open('/studies', {
      prepare: (opened) => opened.route('**/fhir/**', () => new Promise(() => undefined)),
    });
    await page.getByText('Loading').first().waitFor();
    await page.getByRole('button', { name: 'Cancel' }).first().click();
    await page.getByRole('alert').getByText('Cancelled').first().waitFor();
  });
});
