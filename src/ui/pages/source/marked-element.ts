import type { FhirResource } from 'fhir/r5.js';
import { isNoMark, type SourceMark, sourceMark } from '../../fhir/source-mark.ts';
import { valueText } from '../../fhir/value-text.ts';
import { elementsOf, type Placed, within } from '../../fhir/walk.ts';

/** An element whose value came from a document. */
export interface MarkedElement extends SourceMark {
  /** Names it among all elements: the place of its resource and its path. */
  readonly key: string;
  readonly resource: string;
  readonly path: string;
  readonly value: string;
}

/** What stands in the extensions of an element: they hold values, too, which may have marks themselves. */
const inExtensions = ({ path, element }: Placed): Placed[] =>
  (element.extension ?? []).filter(isNoMark).flatMap((extension) => {
    const name = extension.url.split('/').at(-1);
    return within(`${path}.extension(${name})`, extension, undefined);
  });

const withExtensions = (placed: Placed): Placed[] => [
  placed,
  ...inExtensions(placed).flatMap(({ path, value, element }) => withExtensions({ path, value, element })),
];

/** A value in words; an element of elements, which would be told as JSON, has none of its own. */
const wordsOf = (value: unknown): string => {
  const text = valueText(value);
  return text.startsWith('{') ? '' : text;
};

/** All elements of a resource that came from a document, in the order in which they stand. */
export const markedElements = (resource: FhirResource, document: string): readonly MarkedElement[] => {
  const place = `${resource.resourceType}/${resource.id}`;
  const root: Placed = {
    path: resource.resourceType,
    value: resource,
    element: resource as Placed['element'],
  };
  return [root, ...elementsOf(resource)].flatMap(withExtensions).flatMap(({ path, value, element }) => {
    const mark = sourceMark(element.extension ?? []);
    const spans = mark?.spans.filter((span) => span.document === document) ?? [];
    if (mark === undefined || spans.length === 0) return [];
    return [{ ...mark, spans, key: `${place}#${path}`, resource: place, path, value: wordsOf(value) }];
  });
};
