import { FORMATS } from './format.ts';

interface Described {
  /** What it does, for the usage. */
  readonly description: string;
}

/** A text as a JSON Schema. */
export interface TextSchema {
  readonly type: 'string';
  /** What stands for the value in the usage. */
  readonly title: string;
  readonly format?: keyof typeof FORMATS;
}

interface Switch extends Described {
  readonly type: 'boolean';
  readonly default: false;
}

interface Count extends Described {
  readonly type: 'integer';
  readonly minimum: number;
  readonly maximum: number;
  readonly default?: number;
}

interface Choice extends Described {
  readonly type: 'string';
  readonly enum: readonly string[];
  readonly default: string;
}

interface Text extends Described, TextSchema {
  readonly default?: string;
}

interface Texts extends Described {
  readonly type: 'array';
  readonly items: TextSchema;
  readonly default: readonly [];
}

/** What can be set, as a JSON Schema: https://json-schema.org/draft-07 */
export type Option = Switch | Count | Choice | Text | Texts;

type Values<One> = One extends Switch
  ? boolean
  : One extends Count
    ? number
    : One extends Texts
      ? readonly string[]
      : One extends { enum: readonly (infer Chosen)[] }
        ? Chosen
        : string;

/** What options are set to; undefined where one has no default. */
export type Settings<Options extends Readonly<Record<string, Option>>> = {
  readonly [Name in keyof Options]:
    | Values<Options[Name]>
    | (Options[Name] extends { default: unknown } ? never : undefined);
};

/** What a value has to be, in words that stand after “must be”. */
export const wanted = (option: Option | TextSchema): string => {
  if (option.type === 'boolean') return 'true or false';
  if (option.type === 'integer') return `a whole number from ${option.minimum} to ${option.maximum}`;
  if (option.type === 'array') return 'a list of texts';
  if ('enum' in option) return option.enum.join(' or ');
  return option.format === undefined ? 'text' : FORMATS[option.format].words;
};
