import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../src/app.ts';
import { now, openWork } from '../../src/commands/work.ts';
import { SOFTWARE_VERSION } from '../../src/config.ts';
import { type Client, createClient } from './client.ts';

/** The real application on an empty database in memory, until it is closed. */
export const startServer = async (): Promise<{ client: Client; close: () => Promise<void> }> => {
  const work = await openWork('sqlite::memory:');
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.on(
    'request',
    createApp({
      ...work,
      baseUrl,
      softwareVersion: SOFTWARE_VERSION,
      started: now(),
      now,
      newId: randomUUID,
      logError: (error, request) => console.error(request, error),
    }),
  );
  return {
    client: createClient(`${baseUrl}/fhir`),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      await work.store.close();
    },
  };
};
