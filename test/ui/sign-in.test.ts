import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { abstractPage } from '../rest/documents.ts';
import { expectAccessible } from './axe.ts';
import { expectScreenshot } from './screenshot.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench({ documents: [abstractPage()], asksForTokens: true });

/** Opens a page as somebody who is not signed in, which the browser writes to its console. */
const open = (path: string): Promise<Page> => workbench.open(path, { failing: [401] });

const account = (page: Page, user: string) => page.getByLabel(`Account: ${user}`);

const isAsked = (page: Page) => page.getByRole('alert').getByText('You are not signed in').first().waitFor();

/** Signs in from the page that asks for it; grants what is asked but for some scopes. */
const signIn = async (page: Page, user: string, refused: readonly string[] = []): Promise<void> => {
  await page.getByRole('button', { name: 'Sign in' }).first().click();
  await page.getByRole('textbox', { name: 'User' }).fill(user);
  for (const scope of refused) await page.getByRole('checkbox', { name: scope }).uncheck();
  await page.getByRole('button', { name: 'Allow' }).click();
  await account(page, user).waitFor();
};

const READ_ONLY = ['user/*.cruds'];

const listed = (page: Page) =>
  page
    .getByRole('link', { name: /^Velmorin/ })
    .first()
    .waitFor();

/** What is kept of a session in the window. */
const session = (page: Page) =>
  page.evaluate(() => JSON.parse(sessionStorage.getItem('session') ?? 'null') as Record<string, unknown>);

const changeSession = (page: Page, change: Record<string, unknown>) =>
  page.evaluate((changes) => {
    const before = JSON.parse(sessionStorage.getItem('session') ?? '{}') as object;
    sessionStorage.setItem('session', JSON.stringify({ ...before, ...changes }));
  }, change);

describe('where the server asks for a token', () => {
  test('a person signs in, goes on where they were, is told what for, and signs out', async () => {
    const page = await open('/studies?text=velmorin');
    await isAsked(page);
    await expectAccessible(page);
    await signIn(page, 'ada');
    await listed(page);
    expect(new URL(page.url()).search).toBe('?text=velmorin');
    await account(page, 'ada').click();
    const banner = page.getByRole('banner');
    await banner.getByText('You may read and store.').waitFor();
    expect(await banner.getByRole('listitem').allTextContents()).toContain('user/*.cruds');
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'light' });
    await expectScreenshot(page, 'signed-in');

    await page.reload();
    await listed(page);
    await account(page, 'ada').click();
    await banner.getByRole('button', { name: 'Sign out' }).click();
    await isAsked(page);
    expect(await session(page)).toBeNull();
    expect(await page.getByText('Velmorin').count()).toBe(0);
  });

  test('somebody in another window is not signed in', async () => {
    await signIn(await open('/studies'), 'ada');
    await isAsked(await open('/studies'));
  });

  test('who may store stores', async () => {
    const page = await open('/studies');
    await signIn(page, 'ada');
    await page.getByRole('link', { name: 'Try it' }).click();
    await page.getByLabel('Text of a document').fill(abstractPage({ number: 'NCT99999902' }));
    await page.getByRole('button', { name: 'See what it becomes' }).click();
    await page.getByRole('button', { name: 'Store it' }).click();
    await page.getByText('Stored', { exact: true }).waitFor();
  });

  test('who may only read sees what a document becomes, no way to store it, and why', async () => {
    const page = await open('/studies');
    await signIn(page, 'eve', READ_ONLY);
    await page.getByRole('link', { name: 'Try it' }).click();
    await page.getByText('You are signed in to read only').waitFor();
    for (const number of ['NCT99999903', 'NCT99999904']) {
      await page.getByLabel('Text of a document').fill(abstractPage({ number }));
      await page.getByRole('button', { name: 'See what it becomes' }).click();
      await page.getByText('Read, not stored').first().waitFor();
    }
    await page.getByText('2 of 2 documents read').waitFor();
    expect(await page.getByRole('button', { name: /^Store/ }).count()).toBe(0);
    await expectAccessible(page);
    await account(page, 'eve').click();
    await page.getByRole('banner').getByText('You may read.').waitFor();
  });

  test('a token that ends is refreshed before it does', async () => {
    const page = await open('/studies');
    await signIn(page, 'ada');
    const { accessToken, refreshToken } = await session(page);
    await changeSession(page, { expires: 0 });
    await page.reload();
    await listed(page);
    const refreshed = await session(page);
    expect(refreshed.accessToken).not.toBe(accessToken);
    expect(refreshed.refreshToken).not.toBe(refreshToken);
    await account(page, 'ada').waitFor();
  });

  test.each([
    ['cannot be refreshed', { expires: 0, refreshToken: 'none' }],
    ['the server does not take', { accessToken: 'none' }],
  ])('a token that %s ends the session, and a person signs in anew', async (_, change) => {
    const page = await workbench.open('/studies', { failing: [400, 401] });
    await signIn(page, 'ada');
    await changeSession(page, change);
    await page.reload();
    await isAsked(page);
    await signIn(page, 'ada');
    await listed(page);
  });

  test('who does not allow it is not signed in, and may try again', async () => {
    const page = await open('/studies');
    await page.getByRole('banner').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Deny' }).click();
    await page.getByRole('alert').getByText('did not allow it').waitFor();
    await expectAccessible(page);
    await signIn(page, 'ada');
    await page.getByRole('heading', { level: 1, name: 'Studies' }).waitFor();
  });

  test('an answer that belongs to no sign-in of this window, or to another one, signs nobody in', async () => {
    const page = await open('/sign-in?code=stolen&state=other');
    await page.getByRole('alert').getByText('not begun in this window').waitFor();
    await page.evaluate(() =>
      sessionStorage.setItem('sign-in', JSON.stringify({ verifier: 'v'.repeat(43), state: 's', from: '/' })),
    );
    await page.reload();
    await page.getByRole('alert').getByText('cannot be used').waitFor();
    expect(await session(page)).toBeNull();
  });
});

test('a server that does not say where to sign in', async () => {
  const page = await workbench.open('/studies', {
    failing: [401, 404],
    prepare: (opened) =>
      opened.route('**/.well-known/smart-configuration', (route) => route.fulfill({ status: 404, body: '' })),
  });
  await page.getByRole('alert').getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('The server does not say where to sign in.').waitFor();
});
