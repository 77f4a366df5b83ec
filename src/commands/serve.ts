import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Router } from 'express';
import { createApp } from '../app.ts';
import {
  DEFAULT_DATABASE,
  listeningUrl,
  type ServerConfig,
  SOFTWARE_VERSION,
  serverConfig,
  withheldSystems,
} from '../config.ts';
import { developmentAuthorization } from '../development/authorization-server.ts';
import { createLog } from '../log.ts';
import { createAuditLog } from '../rest/audit/audit-log.ts';
import type { Service } from '../rest/service.ts';
import { createTurns } from '../rest/turns.ts';
import { discovered } from '../security/discovery.ts';
import { type AuthorizationServer, createSecurity, type Security } from '../security/security.ts';
import { StoreUnavailable } from '../store/store.ts';
import { type Command, UsageError } from './command.ts';
import { loadFiles } from './load-files.ts';
import { readPackages } from './packages.ts';
import { now, openWork, type Work } from './work.ts';

/** How long requests may still run, in milliseconds, when the server has been told to stop. */
const GRACE = 5000;

/** How long a request may take to arrive, in milliseconds. */
const REQUEST_TIMEOUT = 60_000;

const WORKBENCH = fileURLToPath(new URL('../../dist/ui', import.meta.url));

/** The authorization server of others that is to be trusted. */
const trusted = async ({ authorization }: ServerConfig): Promise<AuthorizationServer | undefined> => {
  if (authorization.kind !== 'issuer') return undefined;
  const server = await discovered(authorization.issuer);
  if (typeof server === 'string') throw new UsageError(`--issuer: ${server}`);
  return server;
};

/** What gives and checks the tokens of clients. */
const authorize = async (
  { authorization }: ServerConfig,
  issuer: AuthorizationServer | undefined,
  root: string,
): Promise<{ readonly security?: Security; readonly router?: Router }> => {
  const audience = (authorization.kind === 'issuer' && authorization.audience) || `${root}/fhir`;
  if (issuer !== undefined) return { security: createSecurity(issuer, audience) };
  if (authorization.kind === 'none') return {};
  const { metadata, router } = await developmentAuthorization(`${root}/auth`, audience);
  return { security: createSecurity(metadata, audience), router };
};

/** A server, and what it has to do before the store may be closed. */
interface Serving {
  readonly server: Server;
  readonly finish: () => Promise<void>;
}

const listen = async (
  work: Work,
  config: ServerConfig,
  issuer: AuthorizationServer | undefined,
): Promise<Serving> => {
  const log = createLog();
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT });
  server.listen(config.port, config.host);
  await once(server, 'listening');
  const address = listeningUrl(config.host, (server.address() as AddressInfo).port);
  const baseUrl = config.baseUrl ?? address;
  const { security, router } = await authorize(config, issuer, baseUrl);
  const audit = config.audit
    ? createAuditLog(work.store, randomUUID, (error) =>
        log.error({ err: error }, 'accesses not recorded yet'),
      )
    : undefined;
  const service: Service = {
    ...work,
    inTurn: createTurns(),
    working: new Set(),
    workbench: WORKBENCH,
    baseUrl,
    ...(security && { security }),
    ...(audit && { audit }),
    conditionalDelete: config.conditionalDelete,
    allowsPurge: config.allowsPurge,
    bodyLimit: config.bodyLimit,
    mostRequests: config.mostRequests,
    mostEntries: config.mostEntries,
    softwareVersion: SOFTWARE_VERSION,
    started: now(),
    now,
    newId: randomUUID,
    logError: (error, request, requestId) =>
      // Where the database is away, all requests say so, and no line of this program does.
      error instanceof StoreUnavailable
        ? log.warn({ request, requestId }, error.message)
        : log.error({ err: error, request, requestId }, 'request failed'),
    ...(config.rateLimit !== undefined && { rateLimit: config.rateLimit }),
  };
  server.on(
    'request',
    createApp(service, {
      trustedProxies: config.trustedProxies,
      corsOrigins: config.corsOrigins,
      ...(router && { authorization: router }),
    }),
  );
  process.stdout.write(`Trialbridge serves on ${address}\n`);
  return { server, finish: async () => audit?.flush() };
};

/** Waits for SIGTERM or SIGINT, then for running requests, but not for long. */
const untilStopped = async ({ server, finish }: Serving): Promise<void> => {
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  server.close();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), GRACE);
  await once(server, 'close');
  clearTimeout(timer);
  await finish();
};

/** Serves FHIR over HTTP until it is told to stop. */
export const command: Command = {
  usage: `trialbridge serve [--host 127.0.0.1] [--port 8080] [--base-url URL] [--database ${DEFAULT_DATABASE}]
                  [--referential-integrity on|off] [--conditional-delete single|multiple] [--allow-purge]
                  [--trusted-proxy ADDRESS…] [--body-limit 16] [--max-requests 256] [--max-entries 10000]
                  [--package FILE…] [--withhold SYSTEM…]
                  [--issuer URL [--audience URL]] [--development-auth] [--insecure-open-access]
                  [--cors-origin ORIGIN…] [--rate-limit REQUESTS] [--audit]
                  [--load PATH…]
  Serves FHIR R5 under /fhir, after loading the documents named. --port 0 takes a free port.
  --database is sqlite:PATH, sqlite::memory: or postgresql://USER@HOST/NAME.
  --base-url is the address of the server's root as clients see it, for links; the forwarded headers of a
  --trusted-proxy tell it as well. --body-limit is in megabytes. --max-requests are answered at once, others
  with 503; --max-entries may stand in a batch or transaction. --package is a FHIR package (.tgz) whose profiles
  and terminology are to be known. --withhold https://doi.org keeps and serves no text of documents that have such
  a number, only their hash and the places in them. --allow-purge lets clients remove for good what was deleted or
  replaced. SIGTERM stops it.
  Clients need a token as SMART App Launch says, given by the --issuer for the --audience (BASE-URL/fhir if it is not
  named), or, on loopback addresses alone, by a server for development under /auth, which believes everybody. Without
  either anyone may do everything: then other addresses than loopback are refused but for --insecure-open-access.
  --cors-origin is the origin of pages that may use it, beside its own. --rate-limit is how many requests a client may
  send in a minute. --audit records each access as an AuditEvent, within a tenth of a second.`,

  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        host: { type: 'string', default: '127.0.0.1' },
        port: { type: 'string', default: '8080' },
        'base-url': { type: 'string' },
        'trusted-proxy': { type: 'string', multiple: true, default: [] },
        'conditional-delete': { type: 'string', default: 'single' },
        'allow-purge': { type: 'boolean', default: false },
        'referential-integrity': { type: 'string', default: 'on' },
        'body-limit': { type: 'string', default: '16' },
        'max-requests': { type: 'string', default: '256' },
        'max-entries': { type: 'string', default: '10000' },
        database: { type: 'string', default: DEFAULT_DATABASE },
        package: { type: 'string', multiple: true, default: [] },
        'cors-origin': { type: 'string', multiple: true, default: [] },
        'rate-limit': { type: 'string' },
        audit: { type: 'boolean', default: false },
        issuer: { type: 'string' },
        audience: { type: 'string' },
        'development-auth': { type: 'boolean', default: false },
        'insecure-open-access': { type: 'boolean', default: false },
        withhold: { type: 'string', multiple: true, default: [] },
        load: { type: 'string', multiple: true, default: [] },
      },
    });
    // `--load a b`: what follows the first path belongs to it too.
    if (positionals.length > 0 && values.load.length === 0)
      throw new UsageError(`“${positionals[0]}” is not an option; documents are named with --load`);
    const config = serverConfig(values);
    if (typeof config === 'string') throw new UsageError(config);
    const integrity = values['referential-integrity'];
    if (integrity !== 'on' && integrity !== 'off')
      throw new UsageError(`--referential-integrity is on or off, not ${integrity}`);
    const withhold = withheldSystems(values.withhold);
    if (typeof withhold === 'string') throw new UsageError(withhold);
    const issuer = await trusted(config);
    const packages = await readPackages(values.package);
    const work = await openWork(values.database, {
      referentialIntegrity: integrity === 'on',
      packages,
      withhold,
    });
    try {
      if (values.load.length > 0) await loadFiles(work, [...values.load, ...positionals]);
      await untilStopped(await listen(work, config, issuer));
      return 0;
    } finally {
      await work.store.close();
    }
  },
};
