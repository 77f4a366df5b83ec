import type { Parameters } from 'fhir/r5.js';
import type { components } from '../../openapi/types.d.ts';
import type { Content } from '../fhir/content.ts';
import { type Issue, operationOutcome } from '../fhir/issue.ts';
import { items, members } from '../fhir/json-text.ts';
import { TRIAL_TYPES } from '../fhir/resource-type.ts';
import { numberIssues } from '../statistics/number-issues.ts';
import { bodyResource } from './body.ts';
import { type Failure, fail } from './error.ts';
import type { Handler, Request } from './request.ts';
import type { Service } from './service.ts';

/** https://hl7.org/fhir/R5/valueset-resource-validation-mode.html */
export const MODES = ['create', 'update', 'delete', 'profile'] as const;

type Mode = components['schemas']['ValidationMode'];

interface Input {
  readonly resource?: Content;
  readonly mode?: Mode;
  readonly profiles: readonly string[];
}

const problem = (text: string, code: Issue['code'] = 'invalid', expression?: string): Issue => ({
  severity: 'error',
  code,
  text,
  ...(expression !== undefined && { expression }),
});

/** The resource inside Parameters, at its place in the whole text, so that lines and columns hold. */
const inside = ({ text, value }: Content, at: number): Content | undefined => {
  const resource = (value as Parameters).parameter?.[at]?.resource;
  const list = members(text).find(({ name }) => name === 'parameter')?.value;
  const item = list && items(text, list.start)[at];
  const place = item && members(text, item.start).find(({ name }) => name === 'resource')?.value;
  if (resource === undefined || place === undefined) return;
  const before = text.slice(0, place.start).replace(/[^\n]/g, ' ');
  return { text: before + text.slice(place.start, place.end), value: resource as Content['value'] };
};

/** Names and values of the simple inputs, wherever they stand: in the URL or in Parameters. */
const readSimple = (given: readonly (readonly [string, unknown])[]): Omit<Input, 'resource'> | Failure => {
  const all = (name: string) => given.filter(([one]) => one === name).map(([, value]) => value);
  const unknown = given.find(([name]) => !['mode', 'profile', '_format', '_pretty'].includes(name));
  if (unknown !== undefined)
    return fail(
      'malformed',
      'not-supported',
      `$validate does not know “${unknown[0]}”; it takes resource, mode and profile`,
    );
  const modes = all('mode');
  const mode = MODES.find((one) => one === modes[0]);
  if (modes.length > 1 || (modes.length === 1 && mode === undefined))
    return fail('malformed', 'value', `mode is one of: ${MODES.join(', ')}`);
  const profiles = all('profile').filter((one) => typeof one === 'string');
  if (profiles.length > 1 || profiles.length !== all('profile').length)
    return fail('malformed', 'value', 'profile is one canonical URL');
  return { profiles, ...(mode && { mode }) };
};

const readInput = (request: Request): Input | Failure => {
  const body = request.body.length === 0 ? undefined : bodyResource(request);
  if (body !== undefined && 'failure' in body) return body;
  if (body?.value.resourceType !== 'Parameters') {
    const simple = readSimple(request.query);
    return 'failure' in simple || body === undefined ? simple : { ...simple, resource: body };
  }
  const parameters = Array.isArray(body.value.parameter) ? body.value.parameter : [];
  const at = parameters.findIndex((one) => one?.name === 'resource');
  const simple = readSimple([
    ...request.query,
    ...parameters
      .filter((_, index) => index !== at)
      .map((one) => [String(one?.name), one?.valueCode ?? one?.valueCanonical ?? one?.valueUri] as const),
  ]);
  const resource = at === -1 ? undefined : inside(body, at);
  return 'failure' in simple || resource === undefined ? simple : { ...simple, resource };
};

/** Whether the interaction that `mode` asks about would be refused whatever the resource is. */
const modeIssues = (mode: Mode | undefined, { resourceType }: Content['value'], type: string): Issue[] => {
  if (type !== '' && resourceType !== type)
    return [problem(`A ${resourceType} is not a ${type}`, 'invalid', `${resourceType}.resourceType`)];
  if (mode === 'update' || mode === 'delete')
    return [problem(`${mode} is not supported, so it would not succeed`, 'not-supported')];
  return mode === 'create' && !TRIAL_TYPES.some((one) => one === resourceType)
    ? [problem(`create is not supported for ${resourceType}`, 'not-supported')]
    : [];
};

const stored = async ({ type, id }: Request, { store }: Service): Promise<Content | Failure> => {
  const version = await store.read(type, id);
  return version === undefined
    ? fail('not-found', 'not-found', `There is no ${type}/${id}`)
    : { text: version.text, value: JSON.parse(version.text) };
};

/** On a resource sent, or on one that is stored: https://hl7.org/fhir/R5/resource-operation-validate.html */
export const validate: Handler = async (request, service) => {
  const { type, id } = request;
  const input = readInput(request);
  if ('failure' in input) return input;
  const { mode, profiles } = input;
  if (mode === 'profile' && (id === '' || input.resource !== undefined))
    return fail(
      'malformed',
      'invalid',
      'mode=profile is for a stored resource: name it in the URL, send none',
    );
  const resource = input.resource ?? (id === '' ? undefined : await stored(request, service));
  if (resource === undefined)
    return fail('malformed', 'required', 'There is no resource to validate in the body');
  if ('failure' in resource) return resource;
  const other =
    id !== '' && resource.value.id !== id
      ? [problem(`The resource's id is not ${id}`, 'invalid', `${resource.value.resourceType}.id`)]
      : [];
  const issues = [
    ...modeIssues(mode, resource.value, type),
    ...other,
    ...service.validate(resource, profiles),
    ...numberIssues(resource),
  ];
  return { status: 200, body: JSON.stringify(operationOutcome(issues)) };
};
