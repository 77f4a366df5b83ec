import { BlockList } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import type { IRouter, Request } from 'express';
import { familyOf } from '../subscription/target.ts';
import type { Service } from './service.ts';

/** How long the store may take to answer before the server is not ready, in milliseconds. */
const PATIENCE = 2000;

/** Who watches the server, and what it is told. */
export interface Watch {
  /** Aborted once the server has been told to stop. */
  readonly stopping?: AbortSignal | undefined;
  /** Addresses or networks, beside loopback, whose clients may see the metrics. */
  readonly metricsNetworks: readonly string[];
}

const listOf = (networks: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const one of ['127.0.0.0/8', '::1', ...networks]) {
    const [address = '', length] = one.split('/');
    if (length === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(length), familyOf(address));
  }
  return list;
};

/** Whether the client itself is at its address: what a proxy sends on for others comes from the proxy's. */
const isDirect = ({ headers, ip, socket }: Request): boolean =>
  ip !== socket.remoteAddress ||
  (headers['x-forwarded-for'] === undefined && headers.forwarded === undefined && headers.via === undefined);

/** Why the server cannot answer now; undefined if it can. The store was migrated before the server listened. */
const unready = async ({ store }: Service, { stopping }: Watch): Promise<string | undefined> => {
  if (stopping?.aborted) return 'the server is stopping';
  const late = new AbortController();
  const answers = store.note('readiness').then(
    () => undefined,
    () => 'the database cannot be reached',
  );
  const tooLate = after(PATIENCE, 'the database does not answer', { signal: late.signal, ref: false });
  try {
    return await Promise.race([answers, tooLate]);
  } finally {
    late.abort();
    tooLate.catch(() => undefined);
  }
};

/**
 * Answers what watches a server, whatever it has to do: https://kubernetes.io/docs/reference/using-api/health-checks/
 * It is no router of its own: what leaves one unanswered waits for the next turn of the event loop.
 */
export const addProbes = (router: IRouter, service: Service, watch: Watch): void => {
  const networks = listOf(watch.metricsNetworks);
  const { registry } = service.metrics;
  router.get('/livez', (_, response) => void response.json({ status: 'alive' }));
  router.get('/readyz', async (_, response) => {
    const reason = await unready(service, watch);
    const body = reason === undefined ? { status: 'ready' } : { status: 'not ready', reason };
    response.status(reason === undefined ? 200 : 503).json({ ...body, version: service.softwareVersion });
  });
  router.get('/metrics', async (incoming, response) => {
    const { ip = '' } = incoming;
    if (isDirect(incoming) && networks.check(ip, familyOf(ip)))
      response.type(registry.contentType).send(await registry.metrics());
    else
      response.status(403).json({ reason: 'Metrics are given to loopback addresses and --metrics-network' });
  });
};
