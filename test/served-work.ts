import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../src/app.ts';
import { now, type Work } from '../src/commands/work.ts';
import { developmentAuthorization } from '../src/development/authorization-server.ts';
import { createPolls } from '../src/rest/bulk/polls.ts';
import type { Service } from '../src/rest/service.ts';
import { createTurns } from '../src/rest/turns.ts';
import { createSecurity } from '../src/security/security.ts';

/** A server in this process, on a free loopback port. */
export interface ServedWork {
  readonly origin: string;
  /** Ends the server and closes its store. */
  readonly stop: () => Promise<void>;
}

/**
 * Serves what works on one database; `different` stands in place of what `serve` has. Where it `asksForTokens`, the
 * authorization server for development gives them.
 */
export const serveWork = async (
  work: Work,
  different: Partial<Service> = {},
  asksForTokens = false,
): Promise<ServedWork> => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const audience = `${origin}/fhir`;
  const authorization = asksForTokens
    ? await developmentAuthorization(`${origin}/auth`, [audience])
    : undefined;
  server.on(
    'request',
    createApp(
      {
        ...work,
        inTurn: createTurns(),
        working: new Set(),
        polls: createPolls(Date.now),
        signsExports: false,
        workbench: '',
        baseUrl: origin,
        conditionalDelete: 'single',
        allowsPurge: false,
        bodyLimit: 16 * 1024 * 1024,
        mostRequests: 256,
        mostEntries: 10_000,
        mostOnPage: 1000,
        softwareVersion: '0',
        started: now(),
        now,
        newId: randomUUID,
        logExchange: () => undefined,
        logError: (error) => console.error(error),
        ...(authorization && { security: createSecurity(authorization.metadata, audience) }),
        ...different,
      },
      authorization && { authorization: authorization.router },
    ),
  );
  const stop = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await work.store.close();
  };
  return { origin, stop };
};
