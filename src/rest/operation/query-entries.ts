import type { Failure } from '../error.ts';
import type { Request } from '../request.ts';
import type { Service } from '../service.ts';
import { type Entry, inputOf, parametersIssues, valueName } from './entry.ts';
import type { Input, Inputs } from './input.ts';

/** A text of the URL as a JSON value of the type; what is none stays a text, which the check refuses. */
const fromText = ({ type }: Input, text: string): unknown => {
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return type === 'integer' && /^-?\d{1,10}$/.test(text) ? Number(text) : text;
};

/** The inputs in the URL; the router has refused what is none. */
export const queryEntries = (
  { query }: Request,
  inputs: Inputs,
  service: Service,
): readonly Entry[] | Failure => {
  const found = query.flatMap(([name, text]) => {
    const input = inputOf(inputs, name);
    return input === undefined ? [] : [{ name, input, value: fromText(input, text) }];
  });
  if (found.length === 0) return [];
  const parameter = found.map(({ name, input, value }) => ({ name, [valueName(input)]: value }));
  const issues = parametersIssues(parameter, service);
  if (issues.length === 0)
    return found.map(({ name, value }) => ({ name, expression: `http.${name}`, value }));
  return {
    failure: 'malformed',
    issues: issues.map(({ line: _, column: __, expression = '', ...issue }) => ({
      ...issue,
      expression: expression.replace(/^.*\[(\d+)\].*$/, (_all, at) => `http.${found[Number(at)]?.name}`),
    })),
  };
};
