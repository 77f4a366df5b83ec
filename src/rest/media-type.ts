import { type Failure, fail } from './error.ts';
import { queryValue, type Request } from './request.ts';
import type { FhirVersion } from './version/fhir-version.ts';
import { versionNamed } from './version/versions.ts';

/** The media types of FHIR JSON: https://hl7.org/fhir/R5/http.html#mime-type */
export const FHIR_JSON = ['application/fhir+json', 'application/json', 'text/json'] as const;

/** The media types of FHIR XML: https://hl7.org/fhir/R5/http.html#mime-type */
export const FHIR_XML = ['application/fhir+xml', 'application/xml', 'text/xml'] as const;

/** https://www.rfc-editor.org/rfc/rfc6902#section-6 */
export const JSON_PATCH = 'application/json-patch+json';

/** The media types of FHIR. */
export const FHIR_TYPES: readonly string[] = [...FHIR_JSON, ...FHIR_XML];

/** A media type in lower case with its parameters. */
interface MediaType {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Reads one media type of a header. */
export const mediaType = (text: string): MediaType => {
  const [name = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  return {
    name,
    parameters: new Map(
      parameters.map((one) => {
        const [key = '', value = ''] = one.split('=');
        return [key.trim(), value.trim().replace(/^"(.*)"$/, '$1')];
      }),
    ),
  };
};

/** Whether a media type is one of XML. */
export const isXml = (name: string): boolean => FHIR_XML.some((one) => one === name);

/** The media type a body was sent as. */
export const sentType = ({ header }: Request): string => mediaType(header('content-type') ?? '').name;

/** The version of FHIR that a media type names, or `other` where that is none which is spoken. */
const namedVersion = ({ parameters }: MediaType): FhirVersion | 'other' | undefined => {
  const name = parameters.get('fhirversion');
  return name === undefined ? undefined : (versionNamed(name) ?? 'other');
};

/** The version of FHIR of a body. */
export const sentVersion = ({ header, fhirVersion }: Request): FhirVersion => {
  const named = namedVersion(mediaType(header('content-type') ?? ''));
  return named === undefined || named === 'other' ? fhirVersion : named;
};

const quality = ({ parameters }: MediaType): number => Number(parameters.get('q') ?? 1) || 0;

/** The media types of an Accept header, the best first. */
export const byPreference = (accept: string): readonly MediaType[] =>
  accept
    .split(',')
    .map(mediaType)
    .filter((one) => quality(one) > 0)
    .sort((a, b) => quality(b) - quality(a));

const RANGES: Record<string, string> = {
  'application/*': FHIR_JSON[0],
  '*/*': FHIR_JSON[0],
  'text/*': 'text/json',
};

const FORMATS: Record<string, string> = { json: FHIR_JSON[0], xml: FHIR_XML[0] };

type Accepting = Pick<Request, 'query' | 'header'>;

const notAcceptable = (asked: string, version: FhirVersion): Failure =>
  fail(
    'not-acceptable',
    'not-supported',
    `“${asked}” is not available; ask for ${FHIR_TYPES.join(', ')} of FHIR ${version.name}`,
  );

/** What the client names as the form of an answer; `_format` goes before Accept. */
const askedText = (request: Accepting): string =>
  queryValue(request, '_format') ?? request.header('accept') ?? '*/*';

/** The same as media types, the best first. */
const askedTypes = (request: Accepting): readonly MediaType[] => {
  const format = queryValue(request, '_format');
  if (format === undefined) return byPreference(askedText(request));
  // A `+` that was not escaped arrives as a space.
  const { name, parameters } = mediaType(format.replace(' ', '+'));
  return [{ name: FORMATS[name] ?? name, parameters }];
};

/** The media type that is meant by one that is asked for, where FHIR of this version can be given in it. */
const given = (type: MediaType, version: FhirVersion): string | undefined => {
  const meant = FHIR_TYPES.includes(type.name) ? type.name : RANGES[type.name];
  const named = namedVersion(type) ?? version;
  const isSpoken = named !== 'other' && named.name === version.name;
  return isSpoken ? meant : undefined;
};

/** The version of FHIR in which the client wants the answer; the usual one where it names none that is spoken. */
export const wantedVersion = (request: Accepting, usual: FhirVersion): FhirVersion => {
  const text = askedText(request);
  if (!/fhirversion/i.test(text)) return usual;
  const choices = askedTypes(request).flatMap((type) => {
    const named = namedVersion(type) ?? usual;
    return named !== 'other' && given(type, named) !== undefined ? [named] : [];
  });
  return choices[0] ?? usual;
};

/** The media type in which the client wants FHIR of the version it wants. */
export const acceptedType = (request: Accepting & Pick<Request, 'fhirVersion'>): string | Failure => {
  for (const type of askedTypes(request)) {
    const found = given(type, request.fhirVersion);
    if (found !== undefined) return found;
  }
  return notAcceptable(askedText(request), request.fhirVersion);
};

/** The text of a body that must be of one of these media types and UTF-8. */
export const bodyText = (request: Request, names: readonly string[]): string | Failure => {
  const header = request.header('content-type') ?? '';
  const sent = mediaType(header);
  const charset = sent.parameters.get('charset') ?? 'utf-8';
  if (!names.includes(sent.name) || !/^utf-?8$/.test(charset) || namedVersion(sent) === 'other')
    return fail(
      'unsupported-media-type',
      'not-supported',
      header === ''
        ? `The body needs a Content-Type: ${names.join(', ')}`
        : `A body of “${header}” is not read; send UTF-8 as one of: ${names.join(', ')}`,
    );
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(request.body);
  } catch {
    return fail('malformed', 'structure', 'The body is not UTF-8');
  }
};
