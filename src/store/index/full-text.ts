import type { DomainResource, Extension, FhirResource } from 'fhir/r5.js';
import { folded } from '../../fhir/search/folded.ts';
import { isWordlessMark } from '../../fhir/source-mark.ts';
import { visitEveryElement } from './every-element.ts';
import { elements } from './found.ts';
import type { FullText } from './index-entry.ts';
import { plainText } from './plain-text.ts';

/** PostgreSQL takes up to a megabyte of words; what comes later is not found by them. */
const MOST = 250_000;

const words = (text: string): string => folded(text.slice(0, MOST)).slice(0, MOST);

/**
 * The words of a resource: those of its narrative, and those of all its strings, each once, but for encoded data and
 * for the places that values have in their source.
 */
export const fullText = (resource: FhirResource): FullText => {
  const div = elements<DomainResource>(resource).text?.div ?? '';
  const narrative = words(plainText(div));
  const content: string[] = [];
  const seen = new Set<string>();
  visitEveryElement({ type: resource.resourceType, value: resource }, ({ type, value }) => {
    if (type === 'Extension' && isWordlessMark(elements<Extension>(value))) return false;
    if (value === div) content.push(narrative);
    else if (typeof value === 'string' && type === 'xhtml') content.push(words(plainText(value)));
    else if (typeof value === 'string' && type !== 'base64Binary' && !seen.has(value)) {
      seen.add(value);
      content.push(words(value));
    }
    return true;
  });
  return { narrative, content: content.join(' ').slice(0, MOST) };
};
