import type { Option, Settings } from './option.ts';

/** The database that is used when none is named. */
export const DEFAULT_DATABASE = 'sqlite:trialbridge.sqlite';

/** Everything that `serve` can be told, under one name in files, in the environment and as a flag. */
export const SERVE_OPTIONS = {
  host: {
    type: 'string',
    title: 'ADDRESS',
    default: '127.0.0.1',
    description: 'listens on this address; others than loopback ask for --issuer or --insecure-open-access',
  },
  port: {
    type: 'integer',
    minimum: 0,
    maximum: 65_535,
    default: 8080,
    description: 'listens on this port; 0 takes a free one',
  },
  'base-url': {
    type: 'string',
    title: 'URL',
    format: 'root',
    description: 'writes links with this address of the server’s root, as clients see it',
  },
  'trusted-proxy': {
    type: 'array',
    items: { type: 'string', title: 'NETWORK', format: 'network' },
    default: [],
    description: 'believes the forwarded headers of proxies there',
  },
  database: {
    type: 'string',
    title: 'URL',
    default: DEFAULT_DATABASE,
    description: 'stores in sqlite:PATH, sqlite::memory: or postgresql://USER@HOST/NAME',
  },
  'referential-integrity': {
    type: 'string',
    enum: ['on', 'off'],
    default: 'on',
    description: 'keeps references from leading nowhere',
  },
  'conditional-delete': {
    type: 'string',
    enum: ['single', 'multiple'],
    default: 'single',
    description: 'how many resources a conditional delete may delete',
  },
  'allow-purge': {
    type: 'boolean',
    default: false,
    description: 'lets clients remove for good what was deleted or replaced',
  },
  'body-limit': {
    type: 'integer',
    minimum: 1,
    maximum: 9999,
    default: 16,
    description: 'the largest body that is read, in megabytes',
  },
  'max-requests': {
    type: 'integer',
    minimum: 1,
    maximum: 9_999_999,
    default: 1000,
    description: 'how many requests are answered at once; others get 503',
  },
  'max-entries': {
    type: 'integer',
    minimum: 1,
    maximum: 9_999_999,
    default: 10_000,
    description: 'how many entries a batch or transaction may have',
  },
  'query-timeout': {
    type: 'integer',
    minimum: 1,
    maximum: 86_400,
    default: 30,
    description: 'ends searches that take more seconds',
  },
  'max-page': {
    type: 'integer',
    minimum: 1,
    maximum: 9_999_999,
    default: 1000,
    description: 'shows no more resources on a page',
  },
  'max-include': {
    type: 'integer',
    minimum: 1,
    maximum: 9_999_999,
    default: 1000,
    description: 'includes no more resources with a page',
  },
  'include-depth': {
    type: 'integer',
    minimum: 1,
    maximum: 9_999_999,
    default: 100,
    description: 'includes nothing that is more references away',
  },
  'rate-limit': {
    type: 'integer',
    minimum: 1,
    maximum: 9_999_999,
    description: 'how many requests a client may send in a minute',
  },
  'subscription-target': {
    type: 'array',
    items: { type: 'string', title: 'HOST', format: 'host' },
    default: [],
    description: 'sends notifications of subscriptions there, too, although the address is internal',
  },
  'cors-origin': {
    type: 'array',
    items: { type: 'string', title: 'ORIGIN', format: 'origin' },
    default: [],
    description: 'lets pages from there use it, beside its own',
  },
  issuer: {
    type: 'string',
    title: 'URL',
    format: 'issuer',
    description: 'asks for tokens of this issuer, as SMART App Launch says',
  },
  audience: {
    type: 'string',
    title: 'URL',
    description: 'asks for tokens that are for this audience, in place of BASE-URL/fhir, /r5 and /r4',
  },
  'development-auth': {
    type: 'boolean',
    default: false,
    description:
      'asks for tokens of a server under /auth that believes everybody; on loopback addresses alone',
  },
  'insecure-open-access': {
    type: 'boolean',
    default: false,
    description: 'lets anyone in reach do everything, also on other addresses than loopback',
  },
  'signed-exports': {
    type: 'boolean',
    default: false,
    description: 'gives the files of exports to whoever has their signed addresses, without a token',
  },
  audit: {
    type: 'boolean',
    default: false,
    description: 'records each access as an AuditEvent, within a tenth of a second',
  },
  'log-level': {
    type: 'string',
    enum: ['fatal', 'error', 'warn', 'info', 'debug'],
    default: 'info',
    description: 'logs what is as grave as this; of each answered request a line is info',
  },
  'metrics-network': {
    type: 'array',
    items: { type: 'string', title: 'NETWORK', format: 'network' },
    default: [],
    description: 'shows /metrics to clients there, beside those on loopback addresses',
  },
  'stop-delay': {
    type: 'integer',
    minimum: 0,
    maximum: 600,
    default: 0,
    description: 'how long it goes on while /readyz says that it is stopping, in seconds',
  },
  package: {
    type: 'array',
    items: { type: 'string', title: 'FILE' },
    default: [],
    description: 'knows the profiles and terminology of FHIR packages (.tgz)',
  },
  withhold: {
    type: 'array',
    items: { type: 'string', title: 'SYSTEM', format: 'url' },
    default: [],
    description:
      'keeps and serves no text of documents with a number of this system, as https://doi.org, only their hash and the places in them',
  },
  load: {
    type: 'array',
    items: { type: 'string', title: 'PATH' },
    default: [],
    description: 'loads the documents in files, folders and archives before it serves',
  },
} as const satisfies Record<string, Option>;

/** What `serve` is told. */
export type ServeSettings = Settings<typeof SERVE_OPTIONS>;
