// Measures the workbench in Chromium over a store of invented studies: node bench/ui/run.ts [--studies COUNT] [--times COUNT]
// Fails when the first page has too much script, appears too late, or answers too slowly.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { openWork } from '../../src/commands/work.ts';
import { startServer } from '../../test/running-server.ts';
import { startChromium } from '../../test/ui/chromium.ts';
import { storeManyStudies } from '../../test/ui/many-studies.ts';
import { largeRecord } from './large-record.ts';
import { drawingOf } from './source-page.ts';
import { interactionOf, paintOf } from './studies-page.ts';

const { values } = parseArgs({
  options: { studies: { type: 'string', default: '10000' }, times: { type: 'string', default: '7' } },
});
const [studies, times] = [Number(values.studies), Number(values.times)];

/** What is to be kept: milliseconds, and bytes of compressed script. */
const LIMITS = { paint: 1000, interaction: 100, source: 1000, script: 200_000 };

const UI = join(import.meta.dirname, '../../dist/ui');

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

await build({ configFile: join(import.meta.dirname, '../../src/ui/vite.config.ts'), logLevel: 'warn' });
const folder = mkdtempSync(join(tmpdir(), 'bench-ui-'));
const database = `sqlite:${join(folder, 'store.sqlite')}`;
const work = await openWork(database, { referentialIntegrity: false });
await storeManyStudies(work, studies);
const large = largeRecord();
const [ingested] = await Promise.all((await work.pipeline()).ingestAll(new TextEncoder().encode(large)));
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
  const document =
    ingested?.kind === 'written' && ingested.versions.find(({ type }) => type === 'DocumentReference');
  if (!document) throw new Error(`the large record is not stored: ${JSON.stringify(ingested)}`);
  const drawings = [];
  for (let at = 0; at < times; at += 1)
    drawings.push(await drawingOf(browser, `${origin}/source/${document.id}`, large.length));
  tell(
    `processor time until a record of ${large.length} characters is shown`,
    median(drawings.map(({ first }) => first)),
    LIMITS.source,
    'ms',
  );
  console.log(`until it is drawn whole: ${Math.round(median(drawings.map(({ all }) => all)))} ms`);
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
