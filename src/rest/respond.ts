import { pretty } from '../fhir/pretty.ts';
import { toXml } from '../fhir/xml/write.ts';
import type { Answer } from './answer.ts';
import { answerOf, type Failure, fail } from './error.ts';
import { answeredLater } from './later.ts';
import type { Matcher } from './match.ts';
import { acceptedType, bodyText, FHIR_JSON, isXml, wantedVersion } from './media-type.ts';
import { parsePairs } from './pairs.ts';
import { isAsync } from './prefer.ts';
import { misplacedProvenance } from './provenance.ts';
import { queryValue, type Request } from './request.ts';
import { FORM_PARAMETERS, type Route } from './route.ts';
import type { Service } from './service.ts';
import type { FhirVersion } from './version/fhir-version.ts';

const FORM = 'application/x-www-form-urlencoded';

/** A request before it is known what is at its path. */
export interface Received
  extends Pick<
    Request,
    'base' | 'fhirVersion' | 'header' | 'body' | 'principal' | 'clientAddress' | 'requestId'
  > {
  readonly method: string;
  /** As the table of routes has it, still encoded, with its query. */
  readonly url: string;
}

const withForm = (request: Request, { body }: Route): Request | Failure => {
  if (body?.content[FORM] === undefined || request.body.length === 0) return request;
  const text = bodyText(request, [FORM]);
  const pairs = typeof text === 'string' ? parsePairs(text) : text;
  return 'failure' in pairs ? pairs : { ...request, query: [...request.query, ...pairs] };
};

const unknownParameter = ({ query }: Request, route: Route): Failure | undefined => {
  if (typeof route.query === 'string' || query.length === 0) return;
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

/** The path of an address, and its query. */
const divided = (url: string): readonly [path: string, query: string] => {
  const mark = url.indexOf('?');
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
};

const withoutSlash = (path: string): string =>
  path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;

/** Finds the route of a request by its method and its address. */
export const located = (
  { method, url, base, fhirVersion: usual, header, body, principal, clientAddress, requestId }: Received,
  match: Matcher,
): Routed | Failure => {
  const [encoded, query] = divided(url);
  let path: string;
  try {
    path = withoutSlash(decodeURIComponent(encoded));
  } catch {
    return fail('malformed', 'structure', 'The path has a percent escape that is not UTF-8');
  }
  const pairs = parsePairs(query);
  const known = 'failure' in pairs ? [] : pairs;
  const fhirVersion = wantedVersion({ query: known, header }, usual);
  const matched = match(fhirVersion, method, path);
  if ('failure' in matched) return matched;
  if ('failure' in pairs) return pairs;
  const { route, names } = matched;
  const from = { ...names, ...fhirVersion.ofType(names.type), query: pairs, base };
  return { route, request: { ...from, header, body, principal, clientAddress, requestId } };
};

/** Finds the route of a request and reads its parameters. */
export const routed = (received: Received, match: Matcher): Routed | Failure => {
  const found = located(received, match);
  if ('failure' in found) return found;
  const { route } = found;
  const request = withForm(found.request, route);
  if ('failure' in request) return request;
  return unknownParameter(request, route) ?? misplacedProvenance(request, route) ?? { route, request };
};

/** How FHIR is to be written in an answer. */
interface Form {
  readonly mediaType: string;
  readonly fhirVersion: FhirVersion;
  readonly prettily: boolean;
}

/** That a resource cannot be shown in a version, or not as the type that was asked for. */
const noForm = ({ name }: FhirVersion): Failure =>
  fail('not-found', 'not-supported', `What is here has no form in FHIR ${name}`);

const formOf = (request: Pick<Request, 'query' | 'header' | 'fhirVersion'>): Form | Failure => {
  const mediaType = acceptedType(request);
  if (typeof mediaType !== 'string') return mediaType;
  const { fhirVersion } = request;
  const prettily = queryValue(request, '_pretty') ?? 'false';
  return prettily === 'true' || prettily === 'false'
    ? { mediaType, fhirVersion, prettily: prettily === 'true' }
    : fail('malformed', 'value', '_pretty is one of: true, false', { expression: 'http._pretty' });
};

const inForm = (answer: Answer, form: Form): Answer => {
  if (typeof answer.body !== 'string' || answer.mediaType !== undefined) return answer;
  const { mediaType, fhirVersion, prettily } = form;
  const text = fhirVersion.write(answer.body);
  if (text === undefined) return inForm(answerOf(noForm(fhirVersion)), form);
  const json = () => (prettily ? pretty(text) : text);
  return {
    ...answer,
    mediaType: `${mediaType}; charset=utf-8${fhirVersion.mediaTypeParameter}`,
    body: isXml(mediaType) ? toXml(text, prettily, fhirVersion.elements) : json(),
  };
};

const formOr = (form: Form | Failure, fhirVersion: FhirVersion): Form =>
  'failure' in form ? { mediaType: FHIR_JSON[0], fhirVersion, prettily: false } : form;

/** The answer that tells the client of a failure, in the form it asked for, where that can be made out. */
export const refused = (
  { url, header, fhirVersion: usual }: Pick<Received, 'url' | 'header' | 'fhirVersion'>,
  failure: Failure,
): Answer => {
  const pairs = parsePairs(divided(url)[1]);
  const query = 'failure' in pairs ? [] : pairs;
  const fhirVersion = wantedVersion({ query, header }, usual);
  return inForm(answerOf(failure), formOr(formOf({ query, header, fhirVersion }), fhirVersion));
};

/** An answer, and the route that gave it, where there is one. */
type Answered = Answer & { readonly route?: Route };

/** Answers a request; failures become OperationOutcomes in the form the client asked for. */
export const respond = async (received: Received, match: Matcher, service: Service): Promise<Answered> => {
  const found = routed(received, match);
  if ('failure' in found) return refused(received, found);
  const { route, request } = found;
  const form = formOf(request);
  const known = formOr(form, request.fhirVersion);
  // What is not FHIR, and what is served as it is (Binary), knows its own form.
  if ('failure' in form && route.interaction !== undefined && !route.anyForm)
    return { ...inForm(answerOf(form), known), route };
  const later =
    route.interaction !== undefined &&
    !route.atOnce &&
    isAsync(request) &&
    (await answeredLater(request, route, service));
  const answer = later || (await route.handler(request, service));
  return { ...inForm('failure' in answer ? answerOf(answer) : answer, known), route };
};
