import type { FhirResource, ParametersParameter } from 'fhir/r5.js';
import { type Content, content } from '../../fhir/content.ts';
import type { Issue } from '../../fhir/issue.ts';
import { items, members } from '../../fhir/json-text.ts';
import { type Body, bodyResource, inner, placed } from '../body.ts';
import { type Failure, fail } from '../error.ts';
import type { Request } from '../request.ts';
import type { Service } from '../service.ts';
import { type Given, type Input, type Inputs, inputsAt, isPrimitive, isResource } from './input.ts';
import { levelOf } from './level.ts';

type Parameter = Readonly<Record<string, unknown>>;

/** An input as it was given. */
interface Entry {
  readonly name: string;
  /** Where it stands: `http.count` or `Parameters.parameter[0]`. */
  readonly expression: string;
  readonly value: unknown;
}

/** Types whose values are texts: a client may take one for the other. */
const TEXTS = ['String', 'Code', 'Uri', 'Url', 'Canonical', 'Id', 'Markdown', 'Instant', 'DateTime'];

/** The name that a value of a type has in Parameters: `valueBoolean`. */
const valueName = ({ type }: Input): string => `value${type.charAt(0).toUpperCase()}${type.slice(1)}`;

const isObject = (value: unknown): value is Parameter =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (inputs: Inputs, name: unknown): Input | undefined =>
  typeof name === 'string' && Object.hasOwn(inputs, name) ? inputs[name] : undefined;

/** A parameter whose text is of the type that the input has. */
const retyped = (parameter: unknown, inputs: Inputs): unknown => {
  if (!isObject(parameter)) return parameter;
  const input = own(inputs, parameter.name);
  if (input === undefined || !TEXTS.some((one) => valueName(input) === `value${one}`)) return parameter;
  const sent = TEXTS.map((one) => `value${one}`).find((name) => Object.hasOwn(parameter, name));
  if (sent === undefined) return parameter;
  const { [sent]: value, ...rest } = parameter;
  return { ...rest, [valueName(input)]: value };
};

/** A parameter without a resource that may be of any shape. */
const toCheck = (parameter: unknown, inputs: Inputs): unknown => {
  if (!isObject(parameter) || own(inputs, parameter.name)?.asSent === undefined) return parameter;
  const { resource: _, ...rest } = parameter;
  return rest;
};

const isOfShape = ({ rule = '' }: Issue): boolean =>
  rule.startsWith('structure-') || rule === 'primitive' || rule === 'cardinality-min';

/** What keeps a resource from having the shape that its type asks for; what it says is not judged. */
const misshapen = (resource: Content, service: Service): readonly Issue[] =>
  service.validate(resource).filter((issue) => issue.severity === 'error' && isOfShape(issue));

const refused = (expression: string, code: Issue['code'], text: string): Failure =>
  fail('malformed', code, text, { expression });

const named = (inputs: Inputs): string => Object.keys(inputs).join(', ') || 'no inputs';

/** A text of the URL as a JSON value of the type; what is none stays a text, which the check refuses. */
const fromText = ({ type }: Input, text: string): unknown => {
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return type === 'integer' && /^-?\d{1,10}$/.test(text) ? Number(text) : text;
};

const queryEntries = ({ query }: Request, inputs: Inputs, service: Service): readonly Entry[] | Failure => {
  const found = query.flatMap(([name, text]) => {
    const input = own(inputs, name);
    return input === undefined ? [] : [{ name, input, value: fromText(input, text) }];
  });
  if (found.length === 0) return [];
  const parameter = found.map(({ name, input, value }) => ({ name, [valueName(input)]: value }));
  const issues = misshapen(content({ resourceType: 'Parameters', parameter }), service);
  if (issues.length > 0)
    return {
      failure: 'malformed',
      issues: issues.map(({ line: _, column: __, expression = '', ...issue }) => {
        const name = found[Number(/\[(\d+)\]/.exec(expression)?.[1])]?.name;
        return { ...issue, text: `${name}: ${issue.text}`, expression: `http.${name}` };
      }),
    };
  return found.map(({ name, value }) => ({ name, expression: `http.${name}`, value }));
};

/** The resource inside Parameters, as it was sent. */
const resourceAt = (body: Body, at: number): Body | undefined => {
  const { text, value } = body.content as Content & { value: { parameter?: ParametersParameter[] } };
  const list = members(text).find(({ name }) => name === 'parameter')?.value;
  const item = list && items(text, list.start)[at];
  const place = item && members(text, item.start).find(({ name }) => name === 'resource')?.value;
  const resource = value.parameter?.[at]?.resource as FhirResource | undefined;
  return (
    place &&
    resource &&
    inner(body, `Parameters.parameter[${at}].resource`, {
      text: text.slice(place.start, place.end),
      value: resource,
    })
  );
};

const resourceEntry = (
  name: string,
  { type }: Input,
  resource: Body | undefined,
  expression: string,
): Entry | Failure => {
  if (resource === undefined)
    return refused(expression, 'value', `“${name}” is to be given as resource, a ${type}`);
  const { resourceType } = resource.content.value;
  return type === 'Resource' || type === resourceType
    ? { name, expression, value: resource }
    : refused(expression, 'value', `“${name}” is to be a ${type}, not a ${resourceType}`);
};

const parameterEntry = (body: Body, given: Parameter, at: number, inputs: Inputs): Entry | Failure => {
  const { name } = given as { name: string };
  const expression = `Parameters.parameter[${at}]`;
  const input = own(inputs, name);
  if (input === undefined)
    return refused(expression, 'not-supported', `“${name}” is not known here; choose of: ${named(inputs)}`);
  if (isResource(input)) return resourceEntry(name, input, resourceAt(body, at), expression);
  const value = given[valueName(input)];
  return value === undefined
    ? refused(expression, 'value', `“${name}” is to be given as ${valueName(input)}`)
    : { name, expression, value };
};

const parametersEntries = (body: Body, inputs: Inputs, service: Service): readonly Entry[] | Failure => {
  const { parameter: sent, ...value } = body.content.value as { parameter?: unknown };
  const parameter = Array.isArray(sent) ? sent.map((one) => retyped(one, inputs)) : sent;
  const checked = Array.isArray(parameter) ? parameter.map((one) => toCheck(one, inputs)) : parameter;
  const issues = misshapen(
    content({ ...value, ...(sent !== undefined && { parameter: checked }) } as FhirResource),
    service,
  );
  if (issues.length > 0) return { failure: 'malformed', issues };
  const entries = ((parameter ?? []) as Parameter[]).map((one, at) => parameterEntry(body, one, at, inputs));
  return entries.find((one) => 'failure' in one) ?? entries.filter((one) => 'name' in one);
};

/** A resource that is the body itself stands for the only input that is one. */
const bareEntries = (body: Body, inputs: Inputs, service: Service): readonly Entry[] | Failure => {
  const { resourceType } = body.content.value;
  const [only, ...more] = Object.entries(inputs).filter(([, input]) => isResource(input));
  if (only === undefined || more.length > 0)
    return refused(resourceType, 'invalid', `The inputs are to be in Parameters, not in a ${resourceType}`);
  const [name, input] = only;
  const entry = resourceEntry(name, input, body, resourceType);
  if ('failure' in entry || input.asSent) return 'failure' in entry ? entry : [entry];
  const issues = misshapen(body.content, service);
  return issues.length > 0 ? { failure: 'malformed', issues } : [entry];
};

const bodyEntries = (request: Request, inputs: Inputs, service: Service): readonly Entry[] | Failure => {
  if (request.body.length === 0) return [];
  const body = bodyResource(request);
  if ('failure' in body) return body;
  const read = body.content.value.resourceType === 'Parameters' ? parametersEntries : bareEntries;
  const entries = read(body, inputs, service);
  return 'failure' in entries ? { ...entries, issues: placed(body, entries.issues) } : entries;
};

/** The value of an input that was given once, or the values of one that may be given more often. */
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

const isFailure = (value: unknown): value is Failure => isObject(value) && 'failure' in value;

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
  const simple = Object.fromEntries(Object.entries(inputs).filter(([, input]) => isPrimitive(input)));
  const fromQuery = queryEntries(request, simple, service);
  if (isFailure(fromQuery)) return fromQuery;
  const fromBody = bodyEntries(request, inputs, service);
  if (isFailure(fromBody)) return fromBody;
  const entries = [...fromQuery, ...fromBody];
  const values = Object.entries(inputs).map(
    ([name, input]) => [name, inputValue(name, input, entries)] as const,
  );
  return (
    values.map(([, value]) => value).find(isFailure) ??
    (Object.fromEntries(values.filter(([, value]) => value !== undefined)) as Given<I>)
  );
};
