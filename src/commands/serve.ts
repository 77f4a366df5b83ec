import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Router } from 'express';
import { createApp } from '../app.ts';
import { type Authorization, authorizationOf } from '../config/authorization.ts';
import { configuration } from '../config/configuration.ts';
import { listeningUrl } from '../config/listening-url.ts';
import { SERVE_OPTIONS, type ServeSettings } from '../config/serve-options.ts';
import { SOFTWARE_VERSION } from '../config/software-version.ts';
import { optionsUsage } from '../config/usage.ts';
import { withoutPassword } from '../config/without-password.ts';
import { createLog } from '../log.ts';
import { tellOfProcess } from '../metrics/process.ts';
import type { FhirPackage } from '../packages/package.ts';
import { createAuditLog } from '../rest/audit/audit-log.ts';
import { createPolls } from '../rest/bulk/polls.ts';
import type { Service } from '../rest/service.ts';
import { subscriptionSurroundings } from '../rest/subscription/surroundings.ts';
import { createTurns } from '../rest/turns.ts';
import { BASES } from '../rest/version/versions.ts';
import type { AuthorizationServer, Security } from '../security/security.ts';
import { SearchTooLong, StoreUnavailable } from '../store/store.ts';
import { startSubscriptions } from '../subscription/manager.ts';
import { type Command, UsageError } from './command.ts';
import { type Serving, untilStopped } from './until-stopped.ts';
import { now, openWork, type Work } from './work.ts';

/** How long a request may take to arrive, in milliseconds. */
const REQUEST_TIMEOUT = 60_000;

const MEGABYTE = 1024 * 1024;

const WORKBENCH = fileURLToPath(new URL('../../dist/ui', import.meta.url));

const rootOf = (baseUrl: string): string => new URL(baseUrl).href.replace(/\/+$/, '');

// What only some servers need is read in where it is needed, so that the others start sooner and stay smaller.

/** The authorization server of others that is to be trusted. */
const trusted = async (authorization: Authorization): Promise<AuthorizationServer | undefined> => {
  if (authorization.kind !== 'issuer') return undefined;
  const { discovered } = await import('../security/discovery.ts');
  const server = await discovered(authorization.issuer);
  if (typeof server === 'string') throw new UsageError(`--issuer: ${server}`);
  return server;
};

/** What gives and checks the tokens of clients. */
const authorize = async (
  authorization: Authorization,
  issuer: AuthorizationServer | undefined,
  root: string,
): Promise<{ readonly security?: Security; readonly router?: Router }> => {
  const audience = authorization.kind === 'issuer' ? authorization.audience : undefined;
  const audiences = audience === undefined ? BASES.map((base) => root + base) : [audience];
  if (authorization.kind === 'none') return {};
  const { createSecurity } = await import('../security/security.ts');
  if (issuer !== undefined) return { security: createSecurity(issuer, ...audiences) };
  const { developmentAuthorization } = await import('../development/authorization-server.ts');
  const { metadata, router } = await developmentAuthorization(`${root}/auth`, audiences);
  return { security: createSecurity(metadata, ...audiences), router };
};

const packagesIn = async (files: readonly string[]): Promise<readonly FhirPackage[]> => {
  if (files.length === 0) return [];
  const { readPackages } = await import('./packages.ts');
  return readPackages(files);
};

const load = async (work: Work, paths: readonly string[]): Promise<void> => {
  const { loadFiles } = await import('./load-files.ts');
  await loadFiles({ ...work, pipeline: await work.pipeline() }, paths);
};

const listen = async (
  work: Work,
  settings: ServeSettings,
  authorization: Authorization,
  issuer: AuthorizationServer | undefined,
): Promise<Serving> => {
  const log = createLog(settings['log-level']);
  const stopping = new AbortController();
  const server = createServer({
    requestTimeout: REQUEST_TIMEOUT,
    // What else a client offers (Java's: HTTP/2) is passed over, and it is answered as it asked.
    shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
  });
  server.listen(settings.port, settings.host);
  await once(server, 'listening');
  const address = listeningUrl(settings.host, (server.address() as AddressInfo).port);
  const baseUrl = settings['base-url'] === undefined ? address : rootOf(settings['base-url']);
  const { security, router } = await authorize(authorization, issuer, baseUrl);
  const audit = settings.audit
    ? createAuditLog(work.store, randomUUID, (error) =>
        log.error({ err: error }, 'accesses not recorded yet'),
      )
    : undefined;
  const rateLimit = settings['rate-limit'];
  const service: Service = {
    ...work,
    inTurn: createTurns(),
    working: new Set(),
    polls: createPolls(Date.now),
    signsExports: settings['signed-exports'],
    workbench: WORKBENCH,
    baseUrl,
    ...(security && { security }),
    ...(audit && { audit }),
    conditionalDelete: settings['conditional-delete'],
    allowsPurge: settings['allow-purge'],
    bodyLimit: settings['body-limit'] * MEGABYTE,
    mostRequests: settings['max-requests'],
    mostEntries: settings['max-entries'],
    mostOnPage: settings['max-page'],
    subscriptionTargets: new Set(settings['subscription-target']),
    softwareVersion: SOFTWARE_VERSION,
    started: now(),
    now,
    newId: randomUUID,
    logExchange: (exchange) => log.info(exchange, 'answered'),
    logError: (error, request, requestId) =>
      // Where the database is away or a search too long, all requests say so, and no line of this program does.
      error instanceof StoreUnavailable || error instanceof SearchTooLong
        ? log.warn({ request, requestId }, error.message)
        : log.error({ err: error, request, requestId }, 'request failed'),
    ...(rateLimit !== undefined && { rateLimit }),
  };
  const { metrics, working } = service;
  tellOfProcess(metrics);
  metrics.gauge(
    'trialbridge_later_answers',
    'Answers asked for later that are worked on',
    () => working.size,
  );
  metrics.gauge(
    'trialbridge_audit_records',
    'Accesses that are not recorded yet',
    () => audit?.waiting() ?? 0,
  );
  const told = once(stopping.signal, 'abort').then(
    startSubscriptions(server, subscriptionSurroundings(service)),
  );
  server.on(
    'request',
    createApp(service, {
      trustedProxies: settings['trusted-proxy'],
      corsOrigins: settings['cors-origin'],
      metricsNetworks: settings['metrics-network'],
      stopping: stopping.signal,
      ...(router && { authorization: router }),
    }),
  );
  process.stdout.write(`Trialbridge serves on ${address}\n`);
  const finish = async (): Promise<void> => {
    await told;
    await audit?.flush();
    // What is logged is written a moment later, and an exit does not wait for that.
    log.flush();
  };
  return { server, stopping, finish };
};

/** Serves FHIR over HTTP until it is told to stop. */
export const command: Command = {
  usage: `trialbridge serve [--config FILE] [--print-config] [OPTION VALUE]…
  Serves FHIR R5 under /fhir and /r5, R4 under /r4, until SIGTERM stops it.
  Each option may stand in FILE (JSON: {"port": 8080, "allow-purge": true}), in the environment
  (TRIALBRIDGE_PORT=8080, TRIALBRIDGE_ALLOW_PURGE=true, several values with commas between them; TRIALBRIDGE_CONFIG
  names FILE), or on the command line, which wins over the environment, as that does over FILE; --no-… turns a switch
  off. --print-config writes what is set, passwords left out, and ends. Several values: --load a --load b.
  Where neither an --issuer nor --development-auth gives tokens, anyone may do everything: then other addresses than
  loopback are refused but for --insecure-open-access.

${optionsUsage(SERVE_OPTIONS)}`,

  run: async (args) => {
    const configured = configuration(SERVE_OPTIONS, args, process.env);
    if (typeof configured === 'string') throw new UsageError(configured);
    const { settings, called, isToPrint, positionals } = configured;
    // `--load a b`: what follows the first path belongs to it too.
    if (positionals.length > 0 && settings.load.length === 0)
      throw new UsageError(`“${positionals[0]}” is not an option; documents are named with --load`);
    const authorization = authorizationOf(settings, called);
    if (typeof authorization === 'string') throw new UsageError(authorization);
    if (isToPrint) {
      process.stdout.write(
        `${JSON.stringify(settings, (_, value) => (typeof value === 'string' ? withoutPassword(value) : value), 2)}\n`,
      );
      return 0;
    }
    const issuer = await trusted(authorization);
    const packages = await packagesIn(settings.package);
    const work = await openWork(settings.database, {
      referentialIntegrity: settings['referential-integrity'] === 'on',
      packages,
      withhold: new Set(settings.withhold),
      searchTime: settings['query-timeout'] * 1000,
      includes: { most: settings['max-include'], depth: settings['include-depth'] },
    });
    try {
      if (settings.load.length > 0) await load(work, [...settings.load, ...positionals]);
      await untilStopped(await listen(work, settings, authorization, issuer), settings['stop-delay']);
      return 0;
    } finally {
      await work.store.close();
    }
  },
};
