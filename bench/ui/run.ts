// Measures the workbench in Chromium over a store of invented studies: node bench/ui/run.ts [--studies COUNT] [--times COUNT]
// Fails when the first page has too much script, appears too late, or answers too slowly.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { openWork } from '../../src/commands/work.ts';
import { startServer } from '../../test/running-server.ts';
import { startChromium } from '../../test/ui/chromium.ts';
import { storeManyStudies } from '../../test/ui/many-studies.ts';

const { values } = parseArgs({
  options: { studies: { type: 'string', default: '10000' }, times: { type: 'string', default: '7' } },
});
const [studies, times] = [Number(values.studies), Number(values.times)];

/** What is to be kept: milliseconds, and bytes of compressed script. */
const LIMITS = { paint: 1000, interaction: 100, script: 200_000 };

const UI = join(import.meta.dirname, '../../dist/ui');

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** How a page appeared. */
interface Painted {
  /** Milliseconds by the clock until the list of studies was painted. */
  readonly paint: number;
  /** Milliseconds of processor time that the page's own thread took for all of it. */
  readonly work: number;
  readonly scripts: readonly string[];
}

/** Opens the list of studies in a new window. */
const paintOf = async (browser: Browser, origin: string): Promise<Painted> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const scripts: string[] = [];
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
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
  const { metrics } = await session.send('Performance.getMetrics');
  const work = 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  await context.close();
  return { paint, work, scripts };
};

/** Milliseconds from a key, a click or a tap to the next frame, the longest of typing, filtering, sorting and turning the page. */
const interactionOf = async (browser: Browser, origin: string): Promise<number> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
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
  await context.close();
  // What takes less than 16 ms is not told of.
  return Math.max(16, ...durations);
};

await build({ configFile: join(import.meta.dirname, '../../src/ui/vite.config.ts'), logLevel: 'warn' });
const folder = mkdtempSync(join(tmpdir(), 'bench-ui-'));
const database = `sqlite:${join(folder, 'store.sqlite')}`;
const work = await openWork(database, { referentialIntegrity: false });
await storeManyStudies(work, studies);
await work.store.close();

const { base, stop } = await startServer('--database', database, '--referential-integrity', 'off');
const { origin } = new URL(base);
const browser = await startChromium();
const failed: string[] = [];
const tell = (what: string, value: number, limit: number, unit: string): void => {
  console.log(`${what}: ${Math.round(value)} ${unit} (limit ${limit})`);
  if (!(value <= limit)) failed.push(what);
};
try {
  console.log(
    `${cpus()[0]?.model}, ${cpus().length} CPUs; Node ${process.version}; Chromium ${browser.version()}`,
  );
  console.log(
    `${studies} invented studies in SQLite; medians of ${times} new windows; load average ${loadavg()[0]?.toFixed(1)}`,
  );
  const paints = [];
  for (let at = 0; at < times; at += 1) paints.push(await paintOf(browser, origin));
  tell('list of studies painted after', median(paints.map(({ paint }) => paint)), LIMITS.paint, 'ms');
  console.log(`of it processor time of the page: ${Math.round(median(paints.map(({ work }) => work)))} ms`);
  const interactions = [];
  for (let at = 0; at < times; at += 1) interactions.push(await interactionOf(browser, origin));
  tell('longest interaction', median(interactions), LIMITS.interaction, 'ms');
  const sizeOf = (path: string): number => gzipSync(readFileSync(join(UI, path)), { level: 6 }).length;
  const first = new Set(paints[0]?.scripts);
  tell(
    'script on the first page, gzip',
    [...first].reduce((sum, path) => sum + sizeOf(path), 0),
    LIMITS.script,
    'bytes',
  );
  const all = readdirSync(join(UI, 'assets')).filter((name) => name.endsWith('.js'));
  console.log(`all scripts, gzip: ${all.reduce((sum, name) => sum + sizeOf(`assets/${name}`), 0)} bytes`);
} finally {
  await browser.close();
  await stop();
  rmSync(folder, { recursive: true });
}
if (failed.length > 0) {
  console.error(`over the limit: ${failed.join(', ')}`);
  process.exitCode = 1;
}
