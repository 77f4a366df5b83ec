import type { Browser } from 'playwright-core';
import { openWindow } from './window.ts';

/** How a page appeared. */
interface Painted {
  /** Milliseconds by the clock until the list of studies was painted. */
  readonly paint: number;
  /** Milliseconds of processor time that the page's own thread took for all of it. */
  readonly work: number;
  readonly scripts: readonly string[];
}

/** Opens the list of studies in a new window. */
export const paintOf = async (browser: Browser, origin: string): Promise<Painted> => {
  const { page, work, close } = await openWindow(browser);
  const scripts: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(new URL(response.url()).pathname);
  });
  await page.goto(`${origin}/studies`);
  await page
    .getByRole('link', { name: /^Tablet/ })
    .first()
    .waitFor();
  // When the largest thing in the window was painted; the list is that.
  const paint = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((seen) => resolve(seen.getEntries().at(-1)?.startTime ?? Number.NaN)).observe(
          {
            type: 'largest-contentful-paint',
            buffered: true,
          },
        );
      }),
  );
  const painted = { paint, work: await work(), scripts };
  await close();
  return painted;
};

/** Milliseconds from a key, a click or a tap to the next frame, the longest of typing, filtering, sorting and turning the page. */
export const interactionOf = async (browser: Browser, origin: string): Promise<number> => {
  const { page, close } = await openWindow(browser);
  await page.goto(`${origin}/studies`);
  await page.evaluate(() => {
    const durations: number[] = [];
    Object.assign(globalThis, { durations });
    new PerformanceObserver((seen) =>
      durations.push(...seen.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'event',
      durationThreshold: 16,
    } as PerformanceObserverInit);
  });
  const list = page.getByRole('link', { name: /^Tablet/ }).first();
  await list.waitFor();
  await page.getByRole('searchbox').first().pressSequentially('asthma', { delay: 60 });
  await page.waitForLoadState('networkidle');
  await page.getByRole('checkbox').first().click();
  await page.waitForLoadState('networkidle');
  await page.getByLabel('Order').selectOption({ index: 1 });
  await page.waitForLoadState('networkidle');
  await list.click();
  await page.getByRole('heading', { level: 1, name: /^Tablet/ }).waitFor();
  const durations = await page.evaluate(() => (globalThis as unknown as { durations: number[] }).durations);
  await close();
  // What takes less than 16 ms is not told of.
  return Math.max(16, ...durations);
};
