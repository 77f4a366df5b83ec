import { Agent, request as send } from 'node:http';
import type { BenchRequest, Interaction } from './interactions.ts';
import { processorTime } from './processes.ts';

/** What is measured: where it is reached, and its processes with those of its database. */
export interface Target {
  /** Of its FHIR interface, without a slash at its end. */
  readonly base: string;
  readonly processes: () => readonly number[];
  /** The names of the interactions that it knows; absent for all. */
  readonly knows?: readonly string[];
}

/** What some requests took: milliseconds, and requests a second. */
export interface Figure {
  readonly requests: number;
  readonly processor: number;
  readonly rate: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

interface Answered {
  readonly status: number;
  readonly text: string;
}

const TIMEOUT = 120_000;

const headers = (body: Buffer | undefined) => ({
  accept: 'application/fhir+json',
  ...(body && { 'content-type': 'application/fhir+json', 'content-length': body.length }),
});

/** Sends a request over one of the connections of an agent. */
export const answered = (agent: Agent, base: string, request: BenchRequest): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const { method, path } = request;
    const body = request.body === undefined ? undefined : Buffer.from(request.body);
    const url = path === '' ? base : `${base}/${path}`;
    const sent = send(url, { agent, method, headers: headers(body), timeout: TIMEOUT }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
      );
      response.on('error', reject);
    });
    sent.on('timeout', () => sent.destroy(new Error(`no answer for ${TIMEOUT} ms`)));
    sent.on('error', reject);
    sent.end(body);
  });

/** Sends a request. Throws if the answer is another one than is meant to be measured. */
const exchange = async (
  agent: Agent,
  base: string,
  request: BenchRequest,
  to: Interaction,
): Promise<void> => {
  const { status, text } = await answered(agent, base, request);
  if (status !== to.status || !text.replaceAll(/\s/g, '').includes(to.has))
    throw new Error(`${request.method} ${request.path} was answered ${status}: ${text.slice(0, 600)}`);
};

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** How long requests are sent before any is counted, and then, in milliseconds. */
export interface Duration {
  readonly warm: number;
  readonly measured: number;
}

/** Sends the requests of an interaction over some connections, each as soon as the one before it is answered. */
export const measured = async (
  { base, processes }: Target,
  interaction: Interaction,
  studies: number,
  connections: number,
  duration: Duration,
): Promise<Figure> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let at = 0;
  const during = async (milliseconds: number): Promise<readonly number[]> => {
    const times: number[] = [];
    const until = performance.now() + milliseconds;
    const worker = async (): Promise<void> => {
      while (performance.now() < until) {
        const request = interaction.request(at, studies);
        at += 1;
        const start = performance.now();
        await exchange(agent, base, request, interaction);
        times.push(performance.now() - start);
      }
    };
    await Promise.all(Array.from({ length: connections }, worker));
    return times.sort((a, b) => a - b);
  };
  try {
    await during(duration.warm);
    const [started, before] = [performance.now(), processorTime(processes())];
    const times = await during(duration.measured);
    const [taken, after] = [performance.now() - started, processorTime(processes())];
    return {
      requests: times.length,
      processor: ((after - before) * 1000) / times.length,
      rate: (times.length * 1000) / taken,
      p50: percentile(times, 0.5),
      p95: percentile(times, 0.95),
      p99: percentile(times, 0.99),
    };
  } finally {
    agent.destroy();
  }
};
