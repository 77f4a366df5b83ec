import packageJson from '../package.json' with { type: 'json' };

/** The version of this software. */
export const SOFTWARE_VERSION: string = packageJson.version;

/** The database that is used when none is named. */
export const DEFAULT_DATABASE = 'sqlite:trialbridge.sqlite';

/** How the server is reached. */
export interface ServerConfig {
  readonly host: string;
  /** 0 for one that is free. */
  readonly port: number;
  /** The address of the server's root as clients see it, where that is not the one it listens on. */
  readonly baseUrl: string | undefined;
}

/** Checks what was given on the command line; a string says what is wrong with it. */
export const serverConfig = (given: {
  readonly host: string;
  readonly port: string;
  readonly 'base-url'?: string | undefined;
}): ServerConfig | string => {
  const port = Number(given.port);
  if (!/^\d{1,5}$/.test(given.port) || port > 65535) return `--port ${given.port} is not a port`;
  const baseUrl = given['base-url'];
  if (baseUrl === undefined) return { host: given.host, port, baseUrl };
  const url = URL.parse(baseUrl);
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    return `--base-url ${baseUrl} is not an http or https address`;
  return { host: given.host, port, baseUrl: url.href.replace(/\/+$/, '') };
};

/** The address of a server that listens here; one that listens everywhere is reached as localhost. */
export const listeningUrl = (host: string, port: number): string => {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
};
