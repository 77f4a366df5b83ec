// Measures the FHIR REST interface, and others beside it: node bench/rest/run.ts [--server NAME…] [--resources 12000]
//   [--connections 1,8,32] [--seconds 3] [--warm 1] [--only INTERACTION…] [--url BASE --process PID…]
//   [--json FILE]
import { writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { parseArgs } from 'node:util';
import { loading } from './corpus.ts';
import { type Interaction, interactions } from './interactions.ts';
import { answered, type Duration, measured, type Target } from './load.ts';
import { memory, processorTime } from './processes.ts';
import {
  figureLine,
  heading,
  type Loading,
  type Measured,
  type MeasuredFigure,
  megabytes,
  report,
} from './report.ts';
import { servers } from './servers.ts';

const { values } = parseArgs({
  options: {
    server: { type: 'string', multiple: true, default: ['sqlite'] },
    resources: { type: 'string', default: '12000' },
    connections: { type: 'string', default: '1,8,32' },
    seconds: { type: 'string', default: '3' },
    // Java takes longer until it has compiled what is often used.
    warm: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true, default: [] },
    url: { type: 'string' },
    process: { type: 'string', multiple: true, default: [] },
    json: { type: 'string' },
  },
});

const RESOURCES_OF_A_STUDY = 6;
const STUDIES_AT_ONCE = 10;
const LOADERS = 4;

const studies = Math.ceil(Number(values.resources) / RESOURCES_OF_A_STUDY);
const connections = values.connections.split(',').map(Number);
const duration: Duration = { warm: Number(values.warm) * 1000, measured: Number(values.seconds) * 1000 };
const wanted: readonly Interaction[] = interactions.filter(
  ({ name }) => values.only.length === 0 || values.only.some((one) => name.startsWith(one)),
);

/** Stores the corpus by transactions. */
const load = async ({ base, processes }: Target): Promise<Loading> => {
  const agent = new Agent({ keepAlive: true, maxSockets: LOADERS });
  const [begun, before] = [performance.now(), processorTime(processes)];
  let next = 0;
  const loader = async (): Promise<void> => {
    while (next < studies) {
      const first = next;
      next = Math.min(studies, next + STUDIES_AT_ONCE);
      const some = Array.from({ length: next - first }, (_, at) => first + at);
      const body = JSON.stringify(loading(some));
      const { status, text } = await answered(agent, base, { method: 'POST', path: '', body });
      if (status !== 200) throw new Error(`a transaction was answered ${status}: ${text.slice(0, 600)}`);
    }
  };
  await Promise.all(Array.from({ length: LOADERS }, loader));
  agent.destroy();
  const resources = studies * RESOURCES_OF_A_STUDY;
  const processor = ((processorTime(processes) - before) * 1000) / resources;
  const rate = (resources * 1000) / (performance.now() - begun);
  console.log(
    `${resources} resources loaded: ${processor.toFixed(2)} ms of processor time each, ${rate.toFixed(0)} a second`,
  );
  return { resources, processor, rate };
};

const measure = async (target: Target): Promise<readonly MeasuredFigure[]> => {
  console.log(heading);
  const { knows } = target;
  const figures: MeasuredFigure[] = [];
  for (const interaction of wanted.filter(({ name }) => knows?.includes(name) ?? true))
    for (const count of connections) {
      const figure = await measured(target, interaction, studies, count, duration);
      const { name, target: limit } = interaction;
      const line = { interaction: name, ...(limit && { target: limit }), connections: count, ...figure };
      figures.push(line);
      console.log(figureLine(line));
    }
  return figures;
};

/** Starts a server, loads the corpus into it and measures it. */
const measureServer = async (name: string): Promise<Measured> => {
  const start = servers[name];
  if (start === undefined) throw new Error(`--server is one of: ${Object.keys(servers).join(', ')}`);
  const server = await start();
  try {
    console.log(`\n${server.name}: first answer after ${(server.start / 1000).toFixed(2)} s`);
    const loading = await load(server);
    const figures = await measure(server);
    const [inMemory, onDisk] = [memory(server.processes), await server.disk()];
    console.log(`${megabytes(inMemory)} of memory, ${megabytes(onDisk)} on the disk`);
    return {
      server: server.name,
      software: server.software,
      start: server.start,
      loading,
      figures,
      memory: inMemory,
      disk: onDisk,
    };
  } finally {
    await server.stop();
  }
};

if (values.url === undefined) {
  const measuredServers: Measured[] = [];
  for (const name of values.server) {
    measuredServers.push(await measureServer(name));
    // What was measured is kept, whatever becomes of the next.
    if (values.json !== undefined)
      writeFileSync(values.json, `${JSON.stringify(report(measuredServers), undefined, 2)}\n`);
  }
}
// What is there already, with the corpus in it.
else await measure({ base: values.url, processes: values.process.map(Number) });
