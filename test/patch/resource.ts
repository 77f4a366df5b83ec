import type { Content } from '../../src/fhir/content.ts';
import { parse } from '../../src/fhir/json.ts';

/** A resource from its JSON text. */
export const resource = (text: string): Content => {
  const parsed = parse(text);
  if (!('text' in parsed)) throw new Error(`No resource: ${parsed[0]?.text}`);
  return parsed;
};
