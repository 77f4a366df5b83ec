import type { Content } from '../fhir/content.ts';
import { parse } from '../fhir/json.ts';
import type { Failure } from './error.ts';
import { bodyText, FHIR_JSON } from './media-type.ts';
import type { Request } from './request.ts';

/** The resource in a request's body. */
export const bodyResource = (request: Request): Content | Failure => {
  const text = bodyText(request, FHIR_JSON);
  if (typeof text !== 'string') return text;
  const parsed = parse(text);
  return 'text' in parsed ? parsed : { failure: 'malformed', issues: parsed };
};
