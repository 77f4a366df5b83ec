import type { Parameters } from 'fhir/r5.js';
import type { Content } from '../../fhir/content.ts';
import { type Issue, operationOutcome } from '../../fhir/issue.ts';
import { positions } from '../../fhir/json.ts';
import { items, members } from '../../fhir/json-text.ts';
import { numberIssues } from '../../statistics/number-issues.ts';
import { type Body, bodyResource, inner } from '../body.ts';
import { type Failure, fail } from '../error.ts';
import { gone, notFound } from '../interaction/read.ts';
import type { Handler, Request } from '../request.ts';
import type { Service } from '../service.ts';
import { issuesOf } from '../valid.ts';

/** https://hl7.org/fhir/R5/valueset-resource-validation-mode.html */
export const MODES = ['create', 'update', 'delete', 'profile'] as const;

type Mode = (typeof MODES)[number];

interface Input {
  readonly resource?: Body;
  readonly mode?: Mode;
  readonly profiles: readonly string[];
}

const problem = (text: string, code: Issue['code'] = 'invalid', expression?: string): Issue => ({
  severity: 'error',
  code,
  text,
  ...(expression !== undefined && { expression }),
});

/** The resource inside Parameters, as it was sent. */
const inside = (body: Body, at: number): Body | undefined => {
  const { text, value } = body.content;
  const resource = (value as Parameters).parameter?.[at]?.resource;
  const list = members(text).find(({ name }) => name === 'parameter')?.value;
  const item = list && items(text, list.start)[at];
  const place = item && members(text, item.start).find(({ name }) => name === 'resource')?.value;
  if (resource === undefined || place === undefined) return;
  return inner(body, `Parameters.parameter[${at}].resource`, {
    text: text.slice(place.start, place.end),
    value: resource as Content['value'],
  });
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
  const value = body?.content.value;
  if (body === undefined || value?.resourceType !== 'Parameters') {
    const simple = readSimple(request.query);
    return 'failure' in simple || body === undefined ? simple : { ...simple, resource: body };
  }
  const parameters = Array.isArray(value.parameter) ? value.parameter : [];
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
const typeIssues = ({ resourceType }: Content['value'], type: string): Issue[] =>
  type !== '' && resourceType !== type
    ? [problem(`A ${resourceType} is not a ${type}`, 'invalid', `${resourceType}.resourceType`)]
    : [];

/** What would refuse the deletion of a resource: https://hl7.org/fhir/R5/resource-operation-validate.html */
const deletionIssues = async (request: Request, service: Service): Promise<Issue[]> => {
  const referrers = await service.store.referrers(request.type, request.id);
  return referrers.map((from) => problem(`${from} refers to it`, 'conflict'));
};

const stored = async (request: Request, { store }: Service): Promise<Body | Failure> => {
  const version = await store.read(request.type, request.id);
  if (version === undefined) return notFound(request);
  if (version.deleted) return gone(version);
  const content = { text: version.text, value: JSON.parse(version.text) };
  return { content, positions: (expressions) => positions(version.text, expressions) };
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
  const { value } = resource.content;
  const other =
    id !== '' && value.id !== id
      ? [problem(`The resource's id is not ${id}`, 'invalid', `${value.resourceType}.id`)]
      : [];
  const issues = [
    ...typeIssues(value, type),
    ...other,
    ...(mode === 'delete' && id !== '' ? await deletionIssues(request, service) : []),
    ...issuesOf(resource, service, profiles),
    ...numberIssues(resource.content),
  ];
  return { status: 200, body: JSON.stringify(operationOutcome(issues)) };
};
