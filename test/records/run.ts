// Looks up every value of registry records in what a server returns of them, value and place, and takes each record
// back again: node test/records/run.ts FOLDER_OF_API_V2_RECORDS
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle } from 'fhir/r5.js';
import { exactTree, type Tree } from '../../src/fhir/exact-tree.ts';
import { startServer } from '../running-server.ts';
import { type Leaf, leavesOf } from './leaves.ts';
import { type Placed, placedValues } from './placed-values.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('name a folder of records in JSON');

/** In how many lists of what is wrong each record may be shown. */
const SHOWN = 8;

const total = {
  records: 0,
  refused: 0,
  leaves: 0,
  found: 0,
  placed: 0,
  back: 0,
  resources: 0,
  bytes: 0,
  marks: 0,
};
const lost = new Map<string, number>();

const general = (path: string): string => path.replace(/\[\d+\]/g, '[]');

const count = (kind: string, path: string): void => {
  const key = `${kind} ${general(path)}`;
  lost.set(key, (lost.get(key) ?? 0) + 1);
};

/** Whether a place in the document's text holds just this value. */
const holds = (points: readonly string[], { offset, length }: Placed, value: Leaf['value']): boolean => {
  const text = points.slice(offset, offset + length).join('');
  try {
    return (typeof value === 'string' ? JSON.parse(`"${text}"`) : JSON.parse(text)) === value;
  } catch {
    return false;
  }
};

const lookUp = (text: string, record: unknown, bundle: Tree): void => {
  const points = [...text];
  const placed = Map.groupBy(placedValues(bundle), ({ path }) => path);
  for (const { path, value } of leavesOf(record)) {
    const here = placed.get(path) ?? [];
    const same = here.filter(({ words }) => words === String(value) || Number(words) === value);
    total.leaves += 1;
    if (same.length > 0) total.found += 1;
    else count(here.length === 0 ? 'missing' : `says “${here[0]?.words.slice(0, 30)}”:`, path);
    if (same.some((one) => holds(points, one, value))) total.placed += 1;
    else if (same.length > 0) count('misplaced', path);
    total.marks += here.length;
  }
};

const takeBack = (record: unknown, exported: string): void => {
  const back = new Map(leavesOf(JSON.parse(exported)).map(({ path, value }) => [path, value]));
  for (const { path, value } of leavesOf(record))
    if (back.get(path) === value) total.back += 1;
    else count('not taken back:', path);
  const said = new Set(leavesOf(record).map(({ path }) => path));
  for (const path of back.keys()) if (!said.has(path)) count('added:', path);
};

const { base, stop } = await startServer();
try {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    const headers = { 'content-type': 'application/json', accept: 'application/fhir+json' };
    const answer = await fetch(`${base}/$ingest`, { method: 'POST', headers, body: text });
    total.records += 1;
    if (answer.status !== 201) {
      total.refused += 1;
      console.log(`${file}: ${answer.status} ${(await answer.text()).slice(0, 600)}`);
      continue;
    }
    const id = answer.headers.get('location')?.split('/').at(-1) ?? '';
    await answer.arrayBuffer();
    const everything = await (await fetch(`${base}/ResearchStudy/${id}/$everything`, { headers })).text();
    const bundle = exactTree(everything) as Tree;
    const entries = (JSON.parse(everything) as Bundle).entry ?? [];
    total.resources += entries.length;
    total.bytes += everything.length;
    const record: unknown = JSON.parse(text);
    lookUp(text, record, bundle);
    const exported = await fetch(`${base}/ResearchStudy/${id}/$export-as?format=clinicaltrials-gov`);
    takeBack(record, await exported.text());
  }
} finally {
  await stop();
}
const share = (part: number): string =>
  `${part} of ${total.leaves} (${((100 * part) / total.leaves).toFixed(2)} %)`;
for (const [what, times] of [...lost].sort(([, a], [, b]) => b - a).slice(0, SHOWN * 5))
  console.log(`${times} × ${what}`);
console.log(
  `${total.records} records, ${total.refused} refused, ${total.resources} resources, ${(total.bytes / 1e6).toFixed(1)} MB`,
);
console.log(`values found: ${share(total.found)}`);
console.log(`at their places: ${share(total.placed)}`);
console.log(`taken back: ${share(total.back)}`);
const passed =
  total.refused === 0 &&
  total.found === total.leaves &&
  total.placed === total.leaves &&
  total.back >= 0.995 * total.leaves;
process.exitCode = passed ? 0 : 1;
