// Measures the FHIR REST interface, and others beside it: node bench/rest/run.ts [--server NAME…] [--resources 12000]
//   [--connections 1,8,32] [--seconds 3] [--warm 1] [--only INTERACTION…] [--url BASE --process PID…]
import { Agent } from 'node:http';
import { parseArgs } from 'node:util';
import { loading } from './corpus.ts';
import { type Interaction, interactions } from './interactions.ts';
import { answered, type Duration, measured, type Target } from './load.ts';
import { memory, processorTime } from './processes.ts';
import { figureLine, heading, megabytes } from './report.ts';
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
const load = async ({ base, processes }: Target): Promise<void> => {
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
  const taken = processorTime(processes) - before;
  console.log(
    `${resources} resources loaded: ${((taken * 1000) / resources).toFixed(2)} ms of processor time each, ${((resources * 1000) / (performance.now() - begun)).toFixed(0)} a second`,
  );
};

const measure = async (target: Target): Promise<void> => {
  console.log(heading);
  const { knows } = target;
  for (const interaction of wanted.filter(({ name }) => knows?.includes(name) ?? true))
    for (const count of connections) {
      const figure = await measured(target, interaction, studies, count, duration);
      console.log(figureLine(interaction, count, figure));
    }
};

/** Starts a server, loads the corpus into it and measures it. */
const measureServer = async (name: string): Promise<void> => {
  const start = servers[name];
  if (start === undefined) throw new Error(`--server is one of: ${Object.keys(servers).join(', ')}`);
  const server = await start();
  try {
    console.log(`\n${server.name}: first answer after ${(server.start / 1000).toFixed(2)} s`);
    await load(server);
    await measure(server);
    console.log(
      `${megabytes(memory(server.processes))} of memory, ${megabytes(await server.disk())} on the disk`,
    );
  } finally {
    await server.stop();
  }
};

if (values.url === undefined) for (const name of values.server) await measureServer(name);
// What is there already, with the corpus in it.
else await measure({ base: values.url, processes: values.process.map(Number) });
