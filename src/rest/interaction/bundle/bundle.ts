import type { Bundle } from 'fhir/r5.js';
import type { Content } from '../../../fhir/content.ts';
import { type Issue, isError } from '../../../fhir/issue.ts';
import type { Answer } from '../../answer.ts';
import { type Body, bodyResource, placed } from '../../body.ts';
import { type Failure, fail } from '../../error.ts';
import type { Matcher } from '../../match.ts';
import { misplacedProvenance } from '../../provenance.ts';
import type { Request } from '../../request.ts';
import type { Service } from '../../service.ts';
import { batch } from './batch.ts';
import { entryRequests } from './entry.ts';
import { frame } from './frame.ts';
import { transaction } from './transaction.ts';

/** A failure with the places in the Bundle as it was sent. */
const told = (failure: Failure, body: Body): Failure => ({
  ...failure,
  issues: placed(body, failure.issues),
});

/** Clients leave out a fullUrl that nothing refers to, or name one of another server: what it means is seen when it is needed. */
const isOfFrame = ({ rule }: Issue): boolean => rule !== 'bundle-full-url';

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
  const { type } = value;
  if (type !== 'batch' && type !== 'transaction')
    return fail('malformed', 'value', 'A Bundle to be carried out is of type batch or transaction', {
      expression: 'Bundle.type',
    });
  const misplaced = type === 'batch' ? misplacedProvenance(request, { method: 'POST' }) : undefined;
  if (misplaced !== undefined) return misplaced;
  const { length } = value.entry ?? [];
  if (length > service.mostEntries)
    return fail('too-large', 'too-costly', `${length} entries are more than ${service.mostEntries} at once`, {
      expression: 'Bundle.entry',
    });
  const content = body.content as Content<Bundle>;
  const entries = entryRequests(content);
  if ('failure' in entries) return told(entries, body);
  const misshapen = service.validate(frame(content)).filter((issue) => isError(issue) && isOfFrame(issue));
  if (misshapen.length > 0) return told({ failure: 'malformed', issues: misshapen }, body);
  if (type === 'batch') return batch(entries, request, match, service, body);
  const answer = await transaction(entries, request, match, service);
  return 'failure' in answer ? told(answer, body) : answer;
};
