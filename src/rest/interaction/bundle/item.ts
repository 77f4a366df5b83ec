import type { Answer } from '../../answer.ts';
import { type Failure, fail } from '../../error.ts';
import type { Matcher } from '../../match.ts';
import type { Request } from '../../request.ts';
import { type Routed, routed } from '../../respond.ts';
import type { Service } from '../../service.ts';
import { atEntry, type EntryRequest } from './entry.ts';

/** An entry with its route. */
export interface Item extends Routed {
  readonly entry: EntryRequest;
}

/** The route of an entry, and the request with the text of a resource. */
export const itemOf = (
  entry: EntryRequest,
  text: string | undefined,
  outer: Request,
  match: Matcher,
): Item | Failure => {
  const found = routed(entry.received(text, outer.base, outer), match);
  if ('failure' in found) return atEntry(entry.at, found);
  return found.route.interaction === 'batch'
    ? atEntry(entry.at, fail('malformed', 'not-supported', 'A Bundle to be carried out cannot be in another'))
    : { ...found, entry };
};

/** What an entry is answered by itself. */
export const answered = async (
  { entry, route, request }: Item,
  service: Service,
): Promise<Answer | Failure> => {
  const answer = await route.handler(request, service);
  if ('failure' in answer) return atEntry(entry.at, answer);
  const { body: _, ...head } = answer;
  return entry.method === 'HEAD' ? head : answer;
};
