import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Layer, layerCheck } from './layer.ts';
import type { Option, Settings } from './option.ts';
import { isServiceLink } from './service-link.ts';

const PREFIX = 'TRIALBRIDGE_';

/** How an environment variable calls an option. */
const variable = (name: string): string => `${PREFIX}${name.toUpperCase().replaceAll('-', '_')}`;

type Options = Readonly<Record<string, Option>>;

type Environment = Readonly<Record<string, string | undefined>>;

/** How an option was called where it was given. */
export type Called<Name> = (name: Name) => string;

/** What the program is told. */
interface Configuration<All extends Options> {
  readonly settings: Settings<All>;
  readonly called: Called<keyof All & string>;
  /** Whether it is only to be printed. */
  readonly isToPrint: boolean;
  readonly positionals: readonly string[];
}

const parsedFlags = (options: Options, args: readonly string[]) => {
  const flags = Object.entries(options).map(
    ([name, { type }]) =>
      [name, { type: type === 'boolean' ? 'boolean' : 'string', multiple: type === 'array' }] as const,
  );
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    allowNegative: true,
    options: {
      ...Object.fromEntries(flags),
      config: { type: 'string' },
      'print-config': { type: 'boolean', default: false },
    },
  });
  const { config, 'print-config': isToPrint, ...given } = values;
  return { given, config, isToPrint, positionals };
};

const inEnvironment = (options: Options, environment: Environment): Record<string, unknown> => {
  const given: Record<string, unknown> = {};
  for (const [key, text] of Object.entries(environment)) {
    // An empty variable is how shells and Compose files say that there is none.
    if (!key.startsWith(PREFIX) || key === variable('config') || !text || isServiceLink(key, text)) continue;
    const name = key.slice(PREFIX.length).toLowerCase().replaceAll('_', '-');
    given[name] = options[name]?.type === 'array' ? text.split(',') : text;
  }
  return given;
};

/** Reads a file of settings; a string says what is wrong with it. Throws what the operating system refuses. */
const inFile = (path: string): Record<string, unknown> | string => {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return `${path} is not JSON: ${error.message}`;
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value }
    : `${path} is no JSON object with an option for each name`;
};

/**
 * What the program is told by flags, else by the environment, else by the file that `--config` names; a string says
 * what is wrong, a line each. Throws what `parseArgs` throws, and what the operating system refuses.
 */
export const configuration = <All extends Options>(
  options: All,
  args: readonly string[],
  environment: Environment,
): Configuration<All> | string => {
  const { given, config, isToPrint, positionals } = parsedFlags(options, args);
  const path = config ?? environment[variable('config')];
  const file = path ? inFile(path) : {};
  if (typeof file === 'string') return file;
  const layers: readonly Layer[] = [
    { values: given, called: (name) => `--${name}`, isText: true },
    { values: inEnvironment(options, environment), called: variable, isText: true },
    { values: file, called: (name) => `${name} in ${path}`, isText: false },
  ];
  const wrong = layers.flatMap(layerCheck(options));
  if (wrong.length > 0) return wrong.join('\n');
  const of = (name: string) => layers.find(({ values }) => Object.hasOwn(values, name));
  const settings = Object.entries(options).map(([name, option]) => [
    name,
    of(name)?.values[name] ?? ('default' in option ? option.default : undefined),
  ]);
  return {
    settings: Object.fromEntries(settings) as Settings<All>,
    called: (name) => of(name)?.called(name) ?? `--${name}`,
    isToPrint,
    positionals,
  };
};
