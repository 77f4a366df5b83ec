import type { UsageContext } from 'fhir/r5.js';
import type { Content } from '../fhir/content.ts';
import { type Issue, isError } from '../fhir/issue.ts';
import { type Body, bodyResource, placed } from './body.ts';
import { type Failure, fail } from './error.ts';
import type { Request } from './request.ts';
import type { Service } from './service.ts';

/** A resource that may be stored, and what the validator has to say of it, which is no error. */
export interface Valid {
  readonly content: Content;
  readonly issues: readonly Issue[];
}

/** What the validator says of a resource, with places in the text that was sent. */
export const issuesOf = (
  body: Body,
  service: Service,
  profiles?: readonly string[],
  usageContexts?: readonly UsageContext[],
): readonly Issue[] => placed(body, service.validate(body.content, profiles, usageContexts));

/** Checks a resource before it is stored. */
export const validResource = (body: Body, service: Service): Valid | Failure => {
  const issues = issuesOf(body, service);
  return issues.some(isError) ? { failure: 'invalid', issues } : { content: body.content, issues };
};

/** The resource in the body of a request to store it, which has to be of the type of the request. */
export const sentResource = (request: Request): Body | Failure => {
  const body = bodyResource(request);
  if ('failure' in body) return body;
  const { resourceType } = body.content.value;
  return resourceType === request.type
    ? body
    : fail('malformed', 'invalid', `A ${resourceType} is not a ${request.type}`, {
        expression: `${resourceType}.resourceType`,
      });
};
