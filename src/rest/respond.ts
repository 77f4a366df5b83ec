import { pretty } from '../fhir/pretty.ts';
import { toXml } from '../fhir/xml/write.ts';
import type { Answer } from './answer.ts';
import { answerOf, type Failure, fail } from './error.ts';
import { answeredLater } from './later.ts';
import type { Matcher } from './match.ts';
import { acceptedType, bodyText, FHIR_JSON, isXml } from './media-type.ts';
import { parsePairs } from './pairs.ts';
import { isAsync } from './prefer.ts';
import { queryValue, type Request } from './request.ts';
import { FORM_PARAMETERS, type Route } from './route.ts';
import type { Service } from './service.ts';

const FORM = 'application/x-www-form-urlencoded';

/** A request before it is known what is at its path. */
export interface Received extends Pick<Request, 'base' | 'header' | 'body' | 'principal'> {
  readonly method: string;
  /** From the root of the server, still encoded, with its query. */
  readonly url: string;
}

const withForm = (request: Request, { body }: Route): Request | Failure => {
  if (body?.content[FORM] === undefined || request.body.length === 0) return request;
  const text = bodyText(request, [FORM]);
  const pairs = typeof text === 'string' ? parsePairs(text) : text;
  return 'failure' in pairs ? pairs : { ...request, query: [...request.query, ...pairs] };
};

const unknownParameter = ({ query }: Request, route: Route): Failure | undefined => {
  if (typeof route.query === 'string') return;
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

/** A route and the request to it. */
export interface Routed {
  readonly route: Route;
  readonly request: Request;
}

/** Finds the route of a request and reads its parameters. */
export const routed = (
  { method, url, base, header, body, principal }: Received,
  match: Matcher,
): Routed | Failure => {
  const [encoded = '', ...query] = url.split('?');
  let path: string;
  try {
    path = decodeURIComponent(encoded).replace(/(?<=.)\/$/, '');
  } catch {
    return fail('malformed', 'structure', 'The path has a percent escape that is not UTF-8');
  }
  const matched = match(method, path);
  if ('failure' in matched) return matched;
  const pairs = parsePairs(query.join('?'));
  if ('failure' in pairs) return pairs;
  const { route, names } = matched;
  const request = withForm({ ...names, query: pairs, base, header, body, principal }, route);
  if ('failure' in request) return request;
  const unknown = unknownParameter(request, route);
  return unknown ?? { route, request };
};

/** How FHIR is to be written in an answer. */
interface Form {
  readonly mediaType: string;
  readonly prettily: boolean;
}

const formOf = (request: Pick<Request, 'query' | 'header'>): Form | Failure => {
  const mediaType = acceptedType(request);
  if (typeof mediaType !== 'string') return mediaType;
  const prettily = queryValue(request, '_pretty') ?? 'false';
  return prettily === 'true' || prettily === 'false'
    ? { mediaType, prettily: prettily === 'true' }
    : fail('malformed', 'value', '_pretty is one of: true, false', { expression: 'http._pretty' });
};

const inForm = (answer: Answer, { mediaType, prettily }: Form): Answer => {
  const { body } = answer;
  if (typeof body !== 'string' || answer.mediaType !== undefined) return answer;
  const json = () => (prettily ? pretty(body) : body);
  return {
    ...answer,
    mediaType: `${mediaType}; charset=utf-8`,
    body: isXml(mediaType) ? toXml(body, prettily) : json(),
  };
};

const DEFAULT_FORM: Form = { mediaType: FHIR_JSON[0], prettily: false };

const formOr = (form: Form | Failure): Form => ('failure' in form ? DEFAULT_FORM : form);

/** The answer that tells the client of a failure, in the form it asked for, where that can be made out. */
export const refused = (received: Pick<Received, 'url' | 'header'>, failure: Failure): Answer => {
  const pairs = parsePairs(received.url.split('?').slice(1).join('?'));
  const form = formOf({ ...received, query: 'failure' in pairs ? [] : pairs });
  return inForm(answerOf(failure), formOr(form));
};

/** Answers a request; failures become OperationOutcomes in the form the client asked for. */
export const respond = async (received: Received, match: Matcher, service: Service): Promise<Answer> => {
  const found = routed(received, match);
  if ('failure' in found) return refused(received, found);
  const { route, request } = found;
  const form = formOf(request);
  // What is not FHIR, and what is served as it is (Binary), knows its own form.
  if ('failure' in form && route.interaction !== undefined && !route.anyForm)
    return inForm(answerOf(form), DEFAULT_FORM);
  const later =
    route.interaction !== undefined && isAsync(request) && (await answeredLater(request, route, service));
  const answer = later || (await route.handler(request, service));
  return inForm('failure' in answer ? answerOf(answer) : answer, formOr(form));
};
