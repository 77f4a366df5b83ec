import type { Option } from '../../src/config/option.ts';
import { code, table } from './markdown.ts';

/** The values that an option takes. */
const values = (option: Option): string => {
  if (option.type === 'boolean') return 'on, off';
  if (option.type === 'integer') return `${option.minimum} to ${option.maximum}`;
  if (option.type === 'array') return `${option.items.title}, any number`;
  return 'enum' in option ? option.enum.map(code).join(', ') : option.title;
};

const preset = ({ default: value }: Option): string =>
  value === undefined || typeof value === 'object' ? '' : code(String(value));

/** What can be set, with what it takes and what it is without being set. */
export const optionTable = (options: Readonly<Record<string, Option>>): string =>
  table(
    ['name', 'takes', 'default', 'what it does'],
    Object.entries(options).map(([name, option]) => [
      code(name),
      values(option),
      preset(option),
      option.description,
    ]),
  );
