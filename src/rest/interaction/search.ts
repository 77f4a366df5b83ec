import { type Entry, searchset } from '../../fhir/bundle.ts';
import type { Issue } from '../../fhir/issue.ts';
import type { Pair } from '../../fhir/search/pair.ts';
import { ExpiredPage, type Match, SearchTooLong, UnknownPage } from '../../store/store.ts';
import type { Answer } from '../answer.ts';
import { type Failure, fail, TOO_COSTLY } from '../error.ts';
import { parsedSearch } from '../parsed-search.ts';
import { isLenient } from '../prefer.ts';
import type { Handler, Request } from '../request.ts';
import type { Service } from '../service.ts';

/** An address with these parameters. */
export const link = (address: string, pairs: readonly Pair[]): string => {
  const query = new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value]));
  return pairs.length > 0 ? `${address}?${query}` : address;
};

/** The failure that a page which cannot be given, or not in time, stands for; anything else is thrown on. */
export const pageFailure = (error: unknown): Failure => {
  const at = { expression: 'http._page' };
  if (error instanceof ExpiredPage)
    return fail('gone', 'expired', 'This page was given too long ago; search again', at);
  if (error instanceof UnknownPage)
    return fail('malformed', 'value', '_page is not one that was given here; follow the next link', at);
  if (error instanceof SearchTooLong) return TOO_COSTLY;
  throw error;
};

const TRUNCATED: Issue = {
  severity: 'warning',
  code: 'incomplete',
  text: 'More is to be included than a page holds, or it is too many references away; some of it was left out. Ask for smaller pages by _count',
};

const searched = async (
  request: Request,
  service: Service,
  address: string,
  compartment?: { readonly type: string; readonly id: string },
): Promise<Answer | Failure> => {
  const parsed = await parsedSearch(request, service, isLenient(request), compartment);
  if ('failure' in parsed) return parsed;
  const { applied, subset, ignored } = parsed;
  const { base, fhirVersion } = request;
  const entry = ({ type, id, fragment, text }: Match): Entry => ({
    fullUrl: `${base}/${fhirVersion.shownAs(type)}/${id}${fragment === undefined ? '' : `#${fragment}`}`,
    text: subset === undefined ? text : fhirVersion.part(text, subset),
  });
  try {
    const { page } = parsed.request;
    const { total, matches, included, truncated, next } = await service.store.search(parsed.request);
    const body = searchset({
      links: {
        self: link(address, page === undefined ? applied : [...applied, ['_page', page]]),
        ...(next !== undefined && { next: link(address, [...applied, ['_page', next]]) }),
      },
      ...(total !== undefined && { total }),
      matches: matches.map(entry),
      included: included.map(entry),
      issues: truncated ? [...ignored, TRUNCATED] : ignored,
    });
    return { status: 200, body };
  } catch (error) {
    return pageFailure(error);
  }
};

/** The address of a type as it is shown, or of all. */
const addressOf = ({ base, type, fhirVersion }: Request): string =>
  type === '' ? base : `${base}/${fhirVersion.shownAs(type)}`;

/** In one type or all: https://hl7.org/fhir/R5/http.html#search */
export const search: Handler = (request, service) => searched(request, service, addressOf(request));

/** In a compartment, one type of it or all: https://hl7.org/fhir/R5/http.html#vsearch */
export const searchCompartment: Handler = (request, service) => {
  const { base, compartment, id, type } = request;
  return searched(request, service, `${base}/${compartment}/${id}/${type === '' ? '*' : type}`, {
    type: compartment,
    id,
  });
};
