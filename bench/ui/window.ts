import type { Browser, CDPSession, Page } from 'playwright-core';

/** A window of its own, of whose page the browser tells the processor time. */
interface Window {
  readonly page: Page;
  /** Milliseconds of processor time that the page's own thread took so far. */
  readonly work: () => Promise<number>;
  readonly close: () => Promise<void>;
}

const workOf = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
};

/** Opens a window without a page. */
export const openWindow = async (browser: Browser): Promise<Window> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, work: () => workOf(session), close: () => context.close() };
};
