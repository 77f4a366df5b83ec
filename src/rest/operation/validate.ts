import { CANONICAL } from '../../fhir/canonical.ts';
import { type Issue, operationOutcome } from '../../fhir/issue.ts';
import { positions } from '../../fhir/json.ts';
import { RESOURCE_TYPES } from '../../fhir/resource-type.ts';
import type { Version } from '../../store/store.ts';
import { ANYONE, READER } from '../access.ts';
import type { Body } from '../body.ts';
import { type Failure, fail } from '../error.ts';
import type { Request } from '../request.ts';
import type { Service } from '../service.ts';
import { issuesOf } from '../valid.ts';
import { resourceAnswer } from './answers.ts';
import type { Given, Inputs } from './input.ts';
import { operation } from './operation.ts';
import { storedVersion } from './stored.ts';
import { MODES, modeIssues, problem } from './validation-mode.ts';

const INPUTS = {
  resource: { type: 'Resource', description: 'The resource to validate', asSent: true },
  mode: { type: 'code', description: 'What is to be done with the resource', choices: MODES },
  profile: {
    type: 'canonical',
    description: 'Canonical URL of a profile to validate against',
    repeats: true,
  },
  usageContext: {
    type: 'UsageContext',
    description: 'A context in which the resource is used: additional bindings that are for it apply',
    repeats: true,
  },
} as const satisfies Inputs;

const storedBody = ({ text }: Version): Body => ({
  content: { text, value: JSON.parse(text) },
  positions: (expressions) => positions(text, expressions),
});

/** The resource that was sent, or the one that is stored under the id of the request. */
const resourceOf = async (
  { resource, mode }: Given<typeof INPUTS>,
  request: Request,
  service: Service,
): Promise<Body | Failure> => {
  if (mode === 'profile' && (request.id === '' || resource !== undefined))
    return fail(
      'malformed',
      'invalid',
      'mode=profile is for a stored resource: name it in the URL, send none',
    );
  // Only what is stored can be deleted, whatever is sent.
  const isStored = request.id !== '' && mode === 'delete';
  if (resource !== undefined && !isStored) return resource;
  if (request.id === '') return fail('malformed', 'required', 'There is no resource to validate in the body');
  const version = await storedVersion(request, service);
  return 'failure' in version ? version : storedBody(version);
};

/** Whether the request is right for the resource, whatever is in it. */
const requestIssues = ({ content: { value } }: Body, { type, id }: Request): readonly Issue[] => {
  const { resourceType } = value;
  return [
    ...(type !== '' && resourceType !== type
      ? [
          problem(
            'validate-type',
            `A ${resourceType} is not a ${type}`,
            'invalid',
            `${resourceType}.resourceType`,
          ),
        ]
      : []),
    ...(id !== '' && value.id !== id
      ? [problem('validate-id', `The resource's id is not ${id}`, 'invalid', `${resourceType}.id`)]
      : []),
  ];
};

const shared = {
  code: 'validate',
  byGet: ['instance'],
  types: RESOURCE_TYPES,
  output: 'OperationOutcome',
  inputs: INPUTS,
  run: async (given, request, service) => {
    const resource = await resourceOf(given, request, service);
    if ('failure' in resource) return resource;
    const { mode, profile, usageContext } = given;
    const issues = await modeIssues(mode, resource, request, service);
    // What is to be deleted need not be right.
    if (mode === 'delete' && request.id !== '') return resourceAnswer(operationOutcome(issues));
    const { numberIssues } = await import('../../statistics/number-issues.ts');
    return resourceAnswer(
      operationOutcome([
        ...requestIssues(resource, request),
        ...issues,
        ...(await service.withStored(() => issuesOf(resource, service, profile, usageContext))),
        ...numberIssues(resource.content),
      ]),
    );
  },
} as const satisfies Partial<Parameters<typeof operation<typeof INPUTS>>[0]>;

/** On a resource sent, or on one that is stored: https://hl7.org/fhir/R5/resource-operation-validate.html */
export const validate = operation({
  ...shared,
  definition: 'http://hl7.org/fhir/OperationDefinition/Resource-validate',
  summary: 'Validate a resource that is sent, or the one that is stored',
  levels: { type: ANYONE, instance: READER },
  failures: ['not-found', 'gone'],
});

/** On a resource of any type, at a level that R5's operation does not have. */
export const validateAny = operation({
  ...shared,
  definition: `${CANONICAL}/OperationDefinition/validate`,
  summary: 'Validate a resource of any type',
  levels: { system: ANYONE },
  failures: [],
});
