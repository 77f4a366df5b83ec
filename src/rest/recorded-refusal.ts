import { audited } from './audited.ts';
import type { Failure } from './error.ts';
import type { Matcher } from './match.ts';
import { located, type Received } from './respond.ts';
import type { Service } from './service.ts';

/** Records the access that a request was to be which is refused unread; what leads nowhere would have been none. */
export const recordRefusal = async (
  received: Received,
  refusal: Failure,
  match: Matcher,
  service: Service,
): Promise<void> => {
  const found = located(received, match);
  if ('route' in found) await audited(found.route, async () => refusal)(found.request, service);
};
