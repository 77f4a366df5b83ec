import { isIP } from 'node:net';
import packageJson from '../package.json' with { type: 'json' };

/** The version of this software. */
export const SOFTWARE_VERSION: string = packageJson.version;

/** The database that is used when none is named. */
export const DEFAULT_DATABASE = 'sqlite:trialbridge.sqlite';

/** Who gives the tokens that clients need. */
export type Authorization =
  | { readonly kind: 'none' }
  | { readonly kind: 'issuer'; readonly issuer: string; readonly audience: string | undefined }
  | { readonly kind: 'development' };

/** How the server is reached, and what it allows. */
export interface ServerConfig {
  readonly host: string;
  /** 0 for one that is free. */
  readonly port: number;
  /** The address of the server's root as clients see it, where that is not the one it listens on. */
  readonly baseUrl: string | undefined;
  /** Addresses or networks of proxies whose forwarded headers are believed. */
  readonly trustedProxies: readonly string[];
  /** Whether a conditional delete may delete more than one resource. */
  readonly conditionalDelete: 'single' | 'multiple';
  /** Whether what was deleted or replaced can be removed for good. */
  readonly allowsPurge: boolean;
  /** The largest body that is read, in bytes. */
  readonly bodyLimit: number;
  /** How many requests are answered at once. */
  readonly mostRequests: number;
  /** How many entries a batch or transaction may have. */
  readonly mostEntries: number;
  readonly authorization: Authorization;
}

const MEGABYTE = 1024 * 1024;

const isNetwork = (text: string): boolean => {
  const [address = '', length, ...more] = text.split('/');
  const most = isIP(address) === 4 ? 32 : 128;
  const isLength = length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= most);
  return isIP(address) !== 0 && isLength && more.length === 0;
};

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

interface GivenAuthorization {
  readonly host: string;
  readonly issuer?: string | undefined;
  readonly audience?: string | undefined;
  readonly 'development-auth': boolean;
  readonly 'insecure-open-access': boolean;
}

/** Who gives tokens; a string says what is wrong, as that the whole network would be let in. */
const authorizationOf = (given: GivenAuthorization): Authorization | string => {
  const { host, issuer, audience, 'development-auth': isDevelopment } = given;
  if (issuer !== undefined && isDevelopment) return 'either --issuer or --development-auth, not both';
  if (audience !== undefined && issuer === undefined) return '--audience belongs to an --issuer';
  if (isDevelopment)
    return isLoopback(host)
      ? { kind: 'development' }
      : `--development-auth believes everybody: it serves loopback addresses alone, not ${host}`;
  if (issuer !== undefined) {
    const url = URL.parse(issuer);
    return url !== null &&
      (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)))
      ? { kind: 'issuer', issuer, audience }
      : `--issuer ${issuer} is not an https address`;
  }
  return isLoopback(host) || given['insecure-open-access']
    ? { kind: 'none' }
    : `on ${host} anyone in reach could read, change and delete everything: name an --issuer of tokens, or say --insecure-open-access`;
};

/** Checks what was given on the command line; a string says what is wrong with it. */
export const serverConfig = (
  given: GivenAuthorization & {
    readonly port: string;
    readonly 'base-url'?: string | undefined;
    readonly 'trusted-proxy': readonly string[];
    readonly 'conditional-delete': string;
    readonly 'allow-purge': boolean;
    readonly 'body-limit': string;
    readonly 'max-requests': string;
    readonly 'max-entries': string;
  },
): ServerConfig | string => {
  const port = Number(given.port);
  if (!/^\d{1,5}$/.test(given.port) || port > 65535) return `--port ${given.port} is not a port`;
  const url = given['base-url'] === undefined ? undefined : URL.parse(given['base-url']);
  if (url === null || (url && (!/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')))
    return `--base-url ${given['base-url']} is not an http or https address`;
  const notNetwork = given['trusted-proxy'].find((one) => !isNetwork(one));
  if (notNetwork !== undefined)
    return `--trusted-proxy ${notNetwork} is not an address, nor a network like 10.0.0.0/8`;
  const conditionalDelete = given['conditional-delete'];
  if (conditionalDelete !== 'single' && conditionalDelete !== 'multiple')
    return `--conditional-delete is single or multiple, not ${conditionalDelete}`;
  const bodyLimit = given['body-limit'];
  if (!/^[1-9]\d{0,3}$/.test(bodyLimit)) return `--body-limit ${bodyLimit} is not a number of megabytes`;
  const counts = [given['max-requests'], given['max-entries']];
  const noCount = counts.find((one) => !/^[1-9]\d{0,6}$/.test(one));
  if (noCount !== undefined) return `${noCount} is not a number of requests or entries`;
  const authorization = authorizationOf(given);
  if (typeof authorization === 'string') return authorization;
  return {
    host: given.host,
    port,
    baseUrl: url?.href.replace(/\/+$/, ''),
    trustedProxies: given['trusted-proxy'],
    conditionalDelete,
    allowsPurge: given['allow-purge'],
    bodyLimit: Number(bodyLimit) * MEGABYTE,
    mostRequests: Number(given['max-requests']),
    mostEntries: Number(given['max-entries']),
    authorization,
  };
};

/** The identifier systems of sources whose texts may not be passed on; a string says what is wrong with one. */
export const withheldSystems = (given: readonly string[]): ReadonlySet<string> | string => {
  const wrong = given.find((one) => URL.parse(one) === null);
  return wrong === undefined ? new Set(given) : `--withhold ${wrong} is not the URL of an identifier system`;
};

/** The address of a server that listens here; one that listens everywhere is reached as localhost. */
export const listeningUrl = (host: string, port: number): string => {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
};
