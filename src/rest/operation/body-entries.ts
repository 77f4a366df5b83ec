import type { FhirResource, ParametersParameter } from 'fhir/r5.js';
import type { Content } from '../../fhir/content.ts';
import { items, members } from '../../fhir/json-text.ts';
import { type Body, bodyResource, inner, placed } from '../body.ts';
import type { Failure } from '../error.ts';
import type { Request } from '../request.ts';
import type { Service } from '../service.ts';
import { type Entry, inputOf, parametersIssues, refused, shapeIssues, valueName } from './entry.ts';
import { type Input, type Inputs, isResource } from './input.ts';

type Parameter = Readonly<Record<string, unknown>>;

/** Types whose values are texts: a client may take one for the other. */
const TEXTS = ['String', 'Code', 'Uri', 'Url', 'Canonical', 'Id', 'Markdown', 'Instant', 'DateTime'].map(
  (type) => `value${type}`,
);

const isObject = (value: unknown): value is Parameter =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A parameter whose text is of the type that the input has. */
const retyped = (parameter: Parameter, inputs: Inputs): Parameter => {
  const input = inputOf(inputs, parameter.name);
  const sent = TEXTS.find((name) => Object.hasOwn(parameter, name));
  if (input === undefined || sent === undefined || !TEXTS.includes(valueName(input))) return parameter;
  const { [sent]: value, ...rest } = parameter;
  return { ...rest, [valueName(input)]: value };
};

/** A parameter without a resource that may be of any shape. */
const toCheck = (parameter: Parameter, inputs: Inputs): Parameter => {
  if (!inputOf(inputs, parameter.name)?.asSent) return parameter;
  const { resource: _, ...rest } = parameter;
  return rest;
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
    return refused(expression, 'value', `“${name}” is to be given as resource: ${type}`);
  const { resourceType } = resource.content.value as { resourceType?: unknown };
  if (typeof resourceType !== 'string' || resourceType === '')
    return refused(expression, 'structure', `“${name}” is to be a resource, which names its resourceType`);
  return type === 'Resource' || type === resourceType
    ? { name, expression, value: resource }
    : refused(expression, 'value', `“${name}” is to be a ${type}, not a ${resourceType}`);
};

/** That a parameter is no input. */
const unknownName = (given: readonly Parameter[], inputs: Inputs): Failure | undefined => {
  const at = given.findIndex(({ name }) => typeof name === 'string' && !inputOf(inputs, name));
  const known = Object.keys(inputs).join(', ');
  return at === -1
    ? undefined
    : refused(
        `Parameters.parameter[${at}]`,
        'not-supported',
        `“${given[at]?.name}” is not known here; choose one of: ${known}`,
      );
};

const parameterEntry = (body: Body, given: Parameter, at: number, inputs: Inputs): Entry | Failure => {
  const { name } = given as { name: string };
  const expression = `Parameters.parameter[${at}]`;
  const input = inputOf(inputs, name);
  // The name may be absent, with an extension that says why.
  if (input === undefined) return refused(`${expression}.name`, 'required', 'A parameter has to have a name');
  if (isResource(input)) return resourceEntry(name, input, resourceAt(body, at), expression);
  const value = given[valueName(input)];
  return value === undefined
    ? refused(expression, 'value', `“${name}” is to be given as ${valueName(input)}`)
    : { name, expression, value };
};

const parametersEntries = (body: Body, inputs: Inputs, service: Service): readonly Entry[] | Failure => {
  const { parameter: sent } = body.content.value as { parameter?: unknown };
  if (sent === undefined) return [];
  const given = Array.isArray(sent) && sent.every(isObject) ? sent : [];
  const unknown = unknownName(given, inputs);
  if (unknown !== undefined) return unknown;
  const list = given.map((one) => retyped(one, inputs));
  const issues = parametersIssues(list.length > 0 ? list.map((one) => toCheck(one, inputs)) : sent, service);
  if (issues.length > 0) return { failure: 'malformed', issues };
  const entries = list.map((one, at) => parameterEntry(body, one, at, inputs));
  return entries.find((one) => 'failure' in one) ?? entries.filter((one) => 'name' in one);
};

/** A resource that is the body itself stands for the only input that is one. */
const bareEntries = (body: Body, inputs: Inputs, service: Service): readonly Entry[] | Failure => {
  const { value } = body.content;
  const { resourceType } = value;
  const [only, ...more] = Object.entries(inputs).filter(([, input]) => isResource(input));
  if (only === undefined || more.length > 0)
    return refused(resourceType, 'invalid', `The inputs are to be in Parameters, not in a ${resourceType}`);
  const [name, input] = only;
  const entry = resourceEntry(name, input, body, resourceType);
  if ('failure' in entry) return entry;
  const issues = input.asSent ? [] : shapeIssues(value, service);
  return issues.length > 0 ? { failure: 'malformed', issues } : [entry];
};

/** The inputs in the body: Parameters, or a resource by itself. */
export const bodyEntries = (
  request: Request,
  inputs: Inputs,
  service: Service,
): readonly Entry[] | Failure => {
  if (request.body.length === 0) return [];
  const body = bodyResource(request);
  if ('failure' in body) return body;
  const read = body.content.value.resourceType === 'Parameters' ? parametersEntries : bareEntries;
  const entries = read(body, inputs, service);
  return 'failure' in entries ? { ...entries, issues: placed(body, entries.issues) } : entries;
};
