// Measures the FHIR REST interface, and others beside it: node bench/rest/run.ts [--server NAME…] [--resources 12000,…]
//   [--connections 1,8,32] [--seconds 3] [--warm 1] [--only INTERACTION…] [--url BASE --process PID…]
//   [--json FILE]
import { writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Interaction, interactions } from './interactions.ts';
import { type Duration, measured, type Target } from './load.ts';
import { load, RESOURCES_OF_A_STUDY } from './loading.ts';
import { memory, peakMemory, processorTime } from './processes.ts';
import {
  figureLine,
  heading,
  type Loading,
  type Measured,
  type MeasuredFigure,
  megabytes,
  memoryLine,
  type Restarted,
  report,
  restartedLine,
  seconds,
} from './report.ts';
import type { Server } from './server.ts';
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

/** How many studies are stored when it is measured, and then when again. */
const stages = values.resources.split(',').map((count) => Math.ceil(Number(count) / RESOURCES_OF_A_STUDY));
const connections = values.connections.split(',').map(Number);
const duration: Duration = { warm: Number(values.warm) * 1000, measured: Number(values.seconds) * 1000 };
const wanted: readonly Interaction[] = interactions.filter(
  ({ name }) => values.only.length === 0 || values.only.some((one) => name.startsWith(one)),
);

/** How often a server is started anew, and how long it is left alone then, in milliseconds. */
const STARTS = 3;
const IDLE = 2000;

const loadTimed = async (target: Target, from: number, to: number): Promise<Loading> => {
  const [begun, before] = [performance.now(), processorTime(target.processes())];
  await load(target, from, to);
  const loaded = (to - from) * RESOURCES_OF_A_STUDY;
  const processor = ((processorTime(target.processes()) - before) * 1000) / loaded;
  const rate = (loaded * 1000) / (performance.now() - begun);
  const resources = to * RESOURCES_OF_A_STUDY;
  console.log(
    `${resources} resources loaded: ${processor.toFixed(2)} ms of processor time each, ${rate.toFixed(0)} a second`,
  );
  return { resources, processor, rate };
};

const measure = async (target: Target, studies: number): Promise<readonly MeasuredFigure[]> => {
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

/** Starts a server again and again on what it has stored. */
const restarted = async (server: Server): Promise<Restarted> => {
  const starts: number[] = [];
  for (let at = 0; at < STARTS; at += 1) starts.push(await server.restart());
  await delay(IDLE);
  const [, start = 0] = starts.toSorted((a, b) => a - b);
  return { start, memory: memory(server.processes()) };
};

/** Starts a server, and measures it at each stage of loading the corpus into it. */
const measureServer = async (name: string, kept: (stage: Measured) => void): Promise<void> => {
  const start = servers[name];
  if (start === undefined) throw new Error(`--server is one of: ${Object.keys(servers).join(', ')}`);
  const server = await start();
  try {
    console.log(`\n${server.name}: ${seconds(server.start)} to the first answer, nothing stored`);
    for (const [at, studies] of stages.entries()) {
      const loading = await loadTimed(server, stages[at - 1] ?? 0, studies);
      const figures = await measure(server, studies);
      const [inMemory, onDisk] = [memory(server.processes()), await server.disk()];
      console.log(memoryLine(inMemory, peakMemory(server.processes())));
      console.log(`${megabytes(onDisk)} on the disk`);
      const again = await restarted(server);
      console.log(restartedLine(again));
      kept({
        server: server.name,
        software: server.software,
        start: server.start,
        loading,
        figures,
        memory: inMemory,
        disk: onDisk,
        restarted: again,
      });
    }
  } finally {
    await server.stop();
  }
};

if (values.url === undefined) {
  const measuredServers: Measured[] = [];
  // What was measured is kept, whatever becomes of the next.
  const keep = (stage: Measured): void => {
    measuredServers.push(stage);
    if (values.json !== undefined)
      writeFileSync(values.json, `${JSON.stringify(report(measuredServers), undefined, 2)}\n`);
  };
  for (const name of values.server) await measureServer(name, keep);
}
// What is there already, with the corpus in it.
else await measure({ base: values.url, processes: () => values.process.map(Number) }, stages.at(-1) ?? 0);
