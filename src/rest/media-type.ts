import { type Failure, fail } from './error.ts';
import { queryValue, type Request } from './request.ts';

/** The media types of FHIR JSON: https://hl7.org/fhir/R5/http.html#mime-type */
export const FHIR_JSON = ['application/fhir+json', 'application/json'] as const;
type FhirJson = (typeof FHIR_JSON)[number];

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

const isOurVersion = ({ parameters }: MediaType): boolean =>
  /^5\.0(\.0)?$/.test(parameters.get('fhirversion') ?? '5.0');

const quality = ({ parameters }: MediaType): number => Number(parameters.get('q') ?? 1) || 0;

const RANGES: Record<string, FhirJson> = {
  'application/fhir+json': 'application/fhir+json',
  'application/json': 'application/json',
  'application/*': 'application/fhir+json',
  '*/*': 'application/fhir+json',
};

const FORMATS: Record<string, FhirJson> = {
  json: 'application/fhir+json',
  'application/json': 'application/json',
  'application/fhir+json': 'application/fhir+json',
};

const notAcceptable = (asked: string): Failure =>
  fail(
    'not-acceptable',
    'not-supported',
    `“${asked}” is not available; ask for ${FHIR_JSON.join(' or ')} of FHIR 5.0`,
  );

/** The media type in which the client wants FHIR; `_format` goes before Accept. */
export const acceptedType = (request: Request): FhirJson | Failure => {
  const format = queryValue(request, '_format');
  if (format !== undefined) {
    // A `+` that was not escaped arrives as a space.
    const asked = mediaType(format.replace(' ', '+'));
    return (isOurVersion(asked) ? FORMATS[asked.name] : undefined) ?? notAcceptable(format);
  }
  const accept = request.header('accept') ?? '*/*';
  const best = accept
    .split(',')
    .map(mediaType)
    .filter((one) => one.name in RANGES && isOurVersion(one) && quality(one) > 0)
    .sort((a, b) => quality(b) - quality(a))[0];
  return best === undefined ? notAcceptable(accept) : (RANGES[best.name] ?? notAcceptable(accept));
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
