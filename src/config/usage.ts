import type { Option } from './option.ts';

/** The column at which descriptions begin, and the last one. */
const COLUMN = 40;
const WIDTH = 118;

const placeholder = (option: Option): string => {
  if (option.type === 'boolean') return '';
  if (option.type === 'integer') return ' NUMBER';
  if (option.type === 'array') return ` ${option.items.title}…`;
  return 'enum' in option ? ` ${option.enum.join('|')}` : ` ${option.title}`;
};

const defaultOf = (option: Option): string =>
  'default' in option && ['string', 'integer'].includes(option.type) ? ` (${option.default})` : '';

const wrapped = (text: string, width: number): readonly string[] =>
  text.match(new RegExp(`.{1,${width}}(?: |$)`, 'g')) ?? [];

/** A line or more for each option: the flag, what it does, and its default. */
export const optionsUsage = (options: Readonly<Record<string, Option>>): string =>
  Object.entries(options)
    .map(([name, option]) => {
      const flag = `  --${name}${placeholder(option)} `.padEnd(COLUMN);
      const lines = wrapped(`${option.description}${defaultOf(option)}`, WIDTH - COLUMN);
      return flag + lines.map((line) => line.trimEnd()).join(`\n${' '.repeat(COLUMN)}`);
    })
    .join('\n');
