import { isError, operationOutcome } from '../fhir/issue.ts';
import { versionHeaders } from './answer.ts';
import { bodyResource } from './body.ts';
import { fail } from './error.ts';
import type { Handler, Request } from './request.ts';
import { fhirBase } from './service.ts';

/** What the answer to a create can hold: https://hl7.org/fhir/R5/http.html#ops */
export const RETURNS = ['representation', 'minimal', 'OperationOutcome'] as const;

const wanted = ({ header }: Request): (typeof RETURNS)[number] => {
  const asked = /(?:^|[,;\s])return=["]?(\w+)/.exec(header('prefer') ?? '')?.[1];
  return RETURNS.find((one) => one === asked) ?? 'representation';
};

/** https://hl7.org/fhir/R5/http.html#create */
export const create: Handler = async (request, service) => {
  const { type, header } = request;
  if (header('if-none-exist') !== undefined)
    return fail('malformed', 'not-supported', 'Conditional create is not supported; leave out If-None-Exist');
  const content = bodyResource(request);
  if ('failure' in content) return content;
  const { resourceType } = content.value;
  if (resourceType !== type)
    return fail('malformed', 'invalid', `A ${resourceType} cannot be created as a ${type}`, {
      expression: `${resourceType}.resourceType`,
    });
  const issues = service.validate(content);
  if (issues.some(isError)) return { failure: 'invalid', issues };

  const id = service.newId();
  const [version] = await service.store.write([{ type, id, content, replaces: 0 }], service.now());
  if (version === undefined) throw new Error('the store wrote nothing');
  const bodies = {
    representation: () => ({ body: version.text }),
    minimal: () => ({}),
    OperationOutcome: () => ({ body: JSON.stringify(operationOutcome(issues)) }),
  };
  return {
    status: 201,
    headers: {
      ...versionHeaders(version),
      Location: `${fhirBase(service)}/${type}/${id}/_history/${version.versionId}`,
    },
    ...bodies[wanted(request)](),
  };
};
