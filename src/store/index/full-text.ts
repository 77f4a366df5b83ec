import type { DomainResource, FhirResource } from 'fhir/r5.js';
import { folded } from '../../fhir/search/folded.ts';
import { visitEveryElement } from './every-element.ts';
import { elements } from './found.ts';
import type { FullText } from './index-entry.ts';
import { plainText } from './plain-text.ts';

/** PostgreSQL takes up to a megabyte of words; what comes later is not found by them. */
const MOST = 250_000;

const words = (text: string): string => folded(text.slice(0, MOST)).slice(0, MOST);

/** The words of a resource: those of its narrative, and those of all its strings but encoded data. */
export const fullText = (resource: FhirResource): FullText => {
  const texts: string[] = [];
  visitEveryElement({ type: resource.resourceType, value: resource }, ({ type, value }) => {
    if (typeof value === 'string' && type !== 'base64Binary')
      texts.push(type === 'xhtml' ? plainText(value) : value);
    return true;
  });
  return {
    narrative: words(plainText(elements<DomainResource>(resource).text?.div ?? '')),
    content: words(texts.join(' ')),
  };
};
