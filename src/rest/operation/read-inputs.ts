import { type Failure, fail } from '../error.ts';
import type { Request } from '../request.ts';
import type { Service } from '../service.ts';
import { bodyEntries } from './body-entries.ts';
import { type Entry, refused } from './entry.ts';
import { type Given, type Input, type Inputs, inputsAt } from './input.ts';
import { levelOf } from './level.ts';
import { queryEntries } from './query-entries.ts';

const isFailure = (value: unknown): value is Failure =>
  typeof value === 'object' && value !== null && 'failure' in value;

/** The value of an input that is given once, or the values of one that may be given more often. */
const inputValue = (name: string, input: Input, entries: readonly Entry[]): unknown => {
  const given = entries.filter((one) => one.name === name);
  const [first, second] = given;
  if (first === undefined)
    return input.required && fail('malformed', 'required', `“${name}” is missing: ${input.description}`);
  if (second !== undefined && !input.repeats)
    return refused(second.expression, 'value', `“${name}” is given more than once`);
  const { choices } = input;
  const other = given.find(({ value }) => choices?.every((one) => one !== value));
  if (other !== undefined)
    return refused(other.expression, 'value', `“${name}” is one of: ${choices?.join(', ')}`);
  return input.repeats ? given.map(({ value }) => value) : first.value;
};

/**
 * The inputs of an operation from the URL, from Parameters, or from a resource by itself:
 * https://hl7.org/fhir/R5/operations.html#request
 */
export const readInputs = <I extends Inputs>(
  request: Request,
  all: I,
  service: Service,
): Given<I> | Failure => {
  const inputs = inputsAt(all, levelOf(request));
  const fromQuery = queryEntries(request, inputs, service);
  if (isFailure(fromQuery)) return fromQuery;
  const fromBody = bodyEntries(request, inputs, service);
  if (isFailure(fromBody)) return fromBody;
  const entries = [...fromQuery, ...fromBody];
  const values = Object.entries(inputs)
    .map(([name, input]) => [name, inputValue(name, input, entries)] as const)
    .filter(([, value]) => value !== undefined);
  const failures = values.map(([, value]) => value).filter(isFailure);
  return failures.length > 0
    ? { failure: 'malformed', issues: failures.flatMap(({ issues }) => issues) }
    : (Object.fromEntries(values) as Given<I>);
};
