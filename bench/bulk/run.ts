// Measures a bulk export beside paging through search, on the same server:
//   node bench/bulk/run.ts [--server sqlite|postgresql] [--resources 20000] [--url BASE --process PID…]
import { parseArgs } from 'node:util';
import { loading } from '../rest/corpus.ts';
import type { Target } from '../rest/load.ts';
import { load, RESOURCES_OF_A_STUDY } from '../rest/loading.ts';
import { memory, processorTime } from '../rest/processes.ts';
import { megabytes } from '../rest/report.ts';
import { servers } from '../rest/servers.ts';

const { values } = parseArgs({
  options: {
    server: { type: 'string', default: 'sqlite' },
    resources: { type: 'string', default: '20000' },
    url: { type: 'string' },
    process: { type: 'string', multiple: true, default: [] },
  },
});

/** The types of what is stored. */
const TYPES = [...new Set(loading([0]).entry?.map(({ resource }) => resource?.resourceType ?? ''))].join();

/** How often the memory is looked at, in milliseconds. */
const LOOK = 100;

/** Nothing is compressed, which would cost more than all else. */
const PLAIN = { 'accept-encoding': 'identity' };

const FHIR = { ...PLAIN, 'content-type': 'application/fhir+json', accept: 'application/fhir+json' };

/** How many lines, and bytes, an answer has. */
const linesOf = async (url: string): Promise<readonly [lines: number, bytes: number]> => {
  const response = await fetch(url, { headers: { ...PLAIN, accept: 'application/fhir+ndjson' } });
  let [lines, bytes] = [0, 0];
  for await (const part of response.body ?? []) {
    bytes += part.length;
    for (let at = part.indexOf(10); at !== -1; at = part.indexOf(10, at + 1)) lines += 1;
  }
  return [lines, bytes];
};

interface Manifest {
  readonly output: readonly { readonly type: string; readonly url: string; readonly count: number }[];
}

const manifestOf = async (base: string): Promise<Manifest> => {
  const begun = await fetch(`${base}/$export?_type=${TYPES}`, {
    headers: { ...FHIR, prefer: 'respond-async' },
  });
  await begun.arrayBuffer();
  for (;;) {
    const status = await fetch(begun.headers.get('content-location') ?? '');
    if (status.status === 200) return (await status.json()) as Manifest;
    await status.arrayBuffer();
    if (status.status !== 202) throw new Error(`the export was answered ${status.status}`);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
};

/** How many resources an export gives, and how many bytes. */
const exported = async ({ base }: Target): Promise<readonly [resources: number, bytes: number]> => {
  const { output } = await manifestOf(base);
  let [resources, bytes] = [0, 0];
  for (const { url, count, type } of output) {
    const [lines, size] = await linesOf(url);
    if (lines !== count) throw new Error(`a file of ${count} ${type} has ${lines} lines`);
    resources += lines;
    bytes += size;
  }
  return [resources, bytes];
};

interface Page {
  readonly entry?: readonly unknown[];
  readonly link: readonly { readonly relation: string; readonly url: string }[];
}

/** The same by pages of a search in all types. */
const paged = async ({ base }: Target): Promise<readonly [resources: number, bytes: number]> => {
  let [resources, bytes] = [0, 0];
  for (let url: string | undefined = `${base}?_type=${TYPES}&_count=1000&_total=none`; url !== undefined; ) {
    const text = await (await fetch(url, { headers: FHIR })).text();
    const page: Page = JSON.parse(text);
    resources += page.entry?.length ?? 0;
    bytes += text.length;
    url = page.link.find(({ relation }) => relation === 'next')?.url;
  }
  return [resources, bytes];
};

/** Prints what a way of getting everything takes of the server. */
const measure = async (name: string, server: Target, get: typeof exported): Promise<void> => {
  const processes = server.processes();
  const [begun, before, idle] = [performance.now(), processorTime(processes), memory(processes)];
  let most = idle;
  const looking = setInterval(() => {
    most = Math.max(most, memory(processes));
  }, LOOK);
  const [resources, bytes] = await get(server);
  clearInterval(looking);
  const [seconds, taken] = [(performance.now() - begun) / 1000, processorTime(processes) - before];
  console.log(
    `${name.padEnd(16)} ${resources} resources, ${megabytes(bytes)}: ${(resources / seconds).toFixed(0)} a second, ` +
      `${((taken * 1e6) / resources).toFixed(0)} µs of processor time each, memory ${megabytes(idle)} before, ${megabytes(most)} at most`,
  );
};

const measureAll = async (server: Target): Promise<void> => {
  await measure('export', server, exported);
  await measure('pages of 1000', server, paged);
  await measure('export again', server, exported);
};

/** Starts a server and loads the corpus into it. */
const measureServer = async (name: string): Promise<void> => {
  const start = servers[name];
  if (start === undefined) throw new Error(`--server is one of: ${Object.keys(servers).join(', ')}`);
  const server = await start();
  try {
    await load(server, 0, Math.ceil(Number(values.resources) / RESOURCES_OF_A_STUDY));
    console.log(server.name);
    await measureAll(server);
  } finally {
    await server.stop();
  }
};

if (values.url === undefined) await measureServer(values.server);
// What is there already, with the corpus in it.
else await measureAll({ base: values.url, processes: () => values.process.map(Number) });
