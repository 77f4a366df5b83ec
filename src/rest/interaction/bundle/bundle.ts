import type { Bundle } from 'fhir/r5.js';
import type { Content } from '../../../fhir/content.ts';
import type { Answer } from '../../answer.ts';
import { bodyResource } from '../../body.ts';
import { type Failure, fail } from '../../error.ts';
import type { Matcher } from '../../match.ts';
import type { Request } from '../../request.ts';
import type { Service } from '../../service.ts';
import { batch } from './batch.ts';
import { entryRequests } from './entry.ts';
import { transaction } from './transaction.ts';

/** A batch or a transaction: https://hl7.org/fhir/R5/http.html#transaction */
export const bundle = async (
  request: Request,
  service: Service,
  match: Matcher,
): Promise<Answer | Failure> => {
  const body = bodyResource(request);
  if ('failure' in body) return body;
  const { value } = body.content;
  if (value.resourceType !== 'Bundle')
    return fail('malformed', 'invalid', `A batch or transaction is a Bundle, not a ${value.resourceType}`, {
      expression: `${value.resourceType}.resourceType`,
    });
  const kinds = { batch, transaction };
  if (value.type !== 'batch' && value.type !== 'transaction')
    return fail('malformed', 'value', `A Bundle to be carried out is of type batch or transaction`, {
      expression: 'Bundle.type',
    });
  const entries = entryRequests(body.content as Content<Bundle>);
  return 'failure' in entries ? entries : kinds[value.type](entries, request, match, service);
};
