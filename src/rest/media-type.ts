import { type Failure, fail } from './error.ts';
import { queryValue, type Request } from './request.ts';

/** The media types of FHIR JSON: https://hl7.org/fhir/R5/http.html#mime-type */
export const FHIR_JSON = ['application/fhir+json', 'application/json', 'text/json'] as const;

/** The media types of FHIR XML: https://hl7.org/fhir/R5/http.html#mime-type */
export const FHIR_XML = ['application/fhir+xml', 'application/xml', 'text/xml'] as const;

/** https://www.rfc-editor.org/rfc/rfc6902#section-6 */
export const JSON_PATCH = 'application/json-patch+json';

const FHIR_TYPES: readonly string[] = [...FHIR_JSON, ...FHIR_XML];

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

const isOurVersion = ({ parameters }: MediaType): boolean =>
  /^5\.0(\.0)?$/.test(parameters.get('fhirversion') ?? '5.0');

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

const notAcceptable = (asked: string): Failure =>
  fail(
    'not-acceptable',
    'not-supported',
    `“${asked}” is not available; ask for ${FHIR_TYPES.join(', ')} of FHIR 5.0`,
  );

const served = ({ name }: MediaType): string | undefined => (FHIR_TYPES.includes(name) ? name : RANGES[name]);

/** The media type in which the client wants FHIR; `_format` goes before Accept. */
export const acceptedType = (request: Pick<Request, 'query' | 'header'>): string | Failure => {
  const format = queryValue(request, '_format');
  if (format !== undefined) {
    // A `+` that was not escaped arrives as a space.
    const asked = mediaType(format.replace(' ', '+'));
    const type = FORMATS[asked.name] ?? served(asked);
    return (isOurVersion(asked) ? type : undefined) ?? notAcceptable(format);
  }
  const accept = request.header('accept') ?? '*/*';
  const best = byPreference(accept).find((one) => served(one) !== undefined && isOurVersion(one));
  return (best && served(best)) ?? notAcceptable(accept);
};

/** The text of a body that must be of one of these media types and UTF-8. */
export const bodyText = (request: Request, names: readonly string[]): string | Failure => {
  const header = request.header('content-type') ?? '';
  const sent = mediaType(header);
  const charset = sent.parameters.get('charset') ?? 'utf-8';
  if (!names.includes(sent.name) || !/^utf-?8$/.test(charset) || !isOurVersion(sent))
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
