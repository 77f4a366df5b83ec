import { pretty } from '../fhir/pretty.ts';
import type { Pair } from '../fhir/search-request.ts';
import type { Answer } from './answer.ts';
import { type Failure, fail } from './error.ts';
import { acceptedType, bodyText } from './media-type.ts';
import { queryValue, type Request } from './request.ts';
import { FORM_PARAMETERS, type Route } from './route.ts';
import type { Service } from './service.ts';

const FORM = 'application/x-www-form-urlencoded';

/** Names and values of a query or form; escapes that stand for nothing are refused rather than guessed. */
export const parsePairs = (text: string): readonly Pair[] | Failure => {
  try {
    decodeURIComponent(text);
  } catch {
    return fail('malformed', 'structure', 'The parameters have a percent escape that is not UTF-8');
  }
  return [...new URLSearchParams(text)];
};

const withForm = (request: Request, { body }: Route): Request | Failure => {
  if (body?.content[FORM] === undefined || request.body.length === 0) return request;
  const text = bodyText(request, [FORM]);
  const pairs = typeof text === 'string' ? parsePairs(text) : text;
  return 'failure' in pairs ? pairs : { ...request, query: [...request.query, ...pairs] };
};

const unknownParameter = ({ query }: Request, route: Route): Failure | undefined => {
  if (route.query === 'search') return;
  const known = [...(route.query ?? []), ...FORM_PARAMETERS].map(({ name }) => name);
  const unknown = query.find(([name]) => !known.includes(name));
  return (
    unknown &&
    fail(
      'malformed',
      'not-supported',
      `“${unknown[0]}” is not known here; choose one of: ${known.join(', ')}`,
      {
        expression: `http.${unknown[0]}`,
      },
    )
  );
};

/** Answers a request to a route of FHIR in the form the client asked for. */
const respondFhir = async (sent: Request, route: Route, service: Service): Promise<Answer | Failure> => {
  const request = withForm(sent, route);
  if ('failure' in request) return request;
  const mediaType = acceptedType(request);
  if (typeof mediaType !== 'string') return mediaType;
  const unknown = unknownParameter(request, route);
  if (unknown) return unknown;
  const prettily = queryValue(request, '_pretty') ?? 'false';
  if (prettily !== 'true' && prettily !== 'false')
    return fail('malformed', 'value', '_pretty is one of: true, false', { expression: 'http._pretty' });

  const answer = await route.handler(request, service);
  if ('failure' in answer || answer.body === undefined) return answer;
  const body = prettily === 'true' ? pretty(answer.body) : answer.body;
  return { ...answer, mediaType: `${mediaType}; charset=utf-8`, body };
};

/** Answers a request to a route. */
export const respond = (request: Request, route: Route, service: Service): Promise<Answer | Failure> =>
  route.interaction === undefined ? route.handler(request, service) : respondFhir(request, route, service);
