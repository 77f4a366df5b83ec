import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { openWork, type Work } from '../../src/commands/work.ts';
import { type ServedWork, serveWork } from '../served-work.ts';
import { startChromium } from './chromium.ts';

/** How a page is opened. */
interface Opening extends BrowserContextOptions {
  /** Statuses of failures that the test brings about; the browser writes any other to its console as an error. */
  readonly failing?: readonly number[];
  /** Whether the test cuts the connection. */
  readonly offline?: boolean;
  /** Is called before the page is opened. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** What the server under the pages holds. */
interface Holding {
  /** Texts of documents, or their paths. */
  readonly documents?: readonly (string | URL)[];
  /** Fills the store in another way. */
  readonly fill?: (work: Work) => Promise<void>;
  readonly referentialIntegrity?: boolean;
  /** Whether who asks must be signed in. */
  readonly asksForTokens?: boolean;
}

/** The workbench as a person opens it. */
export interface Workbench {
  /** The address of the server's root. */
  readonly origin: () => string;
  /** Opens a path in a browser context of its own, which is closed after the test. */
  readonly open: (path: string, opening?: Opening) => Promise<Page>;
  readonly work: () => Work;
}

const isBroughtAbout = (text: string, { failing = [], offline = false }: Opening): boolean =>
  failing.some((status) => text.includes(`the server responded with a status of ${status}`)) ||
  (offline && text.includes('net::ERR_'));

/** Starts server and browser once for the tests of a file; whatever goes to a page's console as an error fails its test. */
export const useWorkbench = ({
  documents = [],
  fill,
  referentialIntegrity = true,
  asksForTokens = false,
}: Holding = {}): Workbench => {
  let work: Work;
  let server: ServedWork;
  let browser: Browser;
  let problems: string[] = [];

  beforeAll(async () => {
    work = await openWork('sqlite::memory:', { referentialIntegrity });
    for (const one of documents) {
      const bytes = typeof one === 'string' ? new TextEncoder().encode(one) : await readFile(one);
      for (const ingested of await Promise.all((await work.pipeline()).ingestAll(bytes)))
        if (ingested.kind !== 'written') throw new Error(`${one} is not stored: ${JSON.stringify(ingested)}`);
    }
    await fill?.(work);
    server = await serveWork(work, { workbench: inject('workbench') }, asksForTokens);
    browser = await startChromium();
  });

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    const found = problems;
    problems = [];
    expect(found, 'errors in the browser’s console').toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const open = async (path: string, opening: Opening = {}): Promise<Page> => {
    const { failing: _, offline: __, prepare, ...options } = opening;
    const context = await browser.newContext({
      baseURL: server.origin,
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('console', (message) => {
      const text = message.text();
      if (['error', 'warning'].includes(message.type()) && !isBroughtAbout(text, opening))
        problems.push(`${text} (${message.location().url})`);
    });
    page.on('pageerror', (error) => problems.push(String(error.stack ?? error)));
    await prepare?.(page);
    await page.goto(path);
    return page;
  };

  return { open, origin: () => server.origin, work: () => work };
};
