import type { Extension, FhirResource } from 'fhir/r5.js';
import { type SourceMark, sourceMark } from '../../fhir/source-mark.ts';
import { valueText } from '../../fhir/value-text.ts';

/** An element whose value came from a document. */
export interface MarkedElement extends SourceMark {
  /** Names it among all elements: the place of its resource and its path. */
  readonly key: string;
  readonly resource: string;
  readonly path: string;
  readonly value: string;
}

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An extension is known by its name, any other element by that of its place. */
const stepOf = (name: string, value: unknown, at: number): string => {
  if (name !== 'extension' || !isTree(value)) return `${name}[${at}]`;
  return `extension(${String(value.url).split('/').at(-1)})`;
};

/** All elements of a resource that came from a document, in the order in which they stand. */
export const markedElements = (resource: FhirResource, document: string): readonly MarkedElement[] => {
  const found: MarkedElement[] = [];
  const place = `${resource.resourceType}/${resource.id}`;

  const note = (extensions: unknown, path: string, value: () => string): void => {
    if (!Array.isArray(extensions)) return;
    const mark = sourceMark(extensions as Extension[]);
    const spans = mark?.spans.filter((span) => span.document === document) ?? [];
    if (mark === undefined || spans.length === 0) return;
    found.push({ ...mark, spans, key: `${place}#${path}`, resource: place, path, value: value() });
  };

  const visit = (value: unknown, beside: unknown, path: string): void => {
    if (Array.isArray(value) || Array.isArray(beside)) {
      const items: readonly unknown[] = Array.isArray(value) ? value : (beside as unknown[]);
      const besides: readonly unknown[] = Array.isArray(beside) ? beside : [];
      const [name = ''] = path.split('.').slice(-1);
      const before = path.slice(0, path.length - name.length);
      items.forEach((item, at) => {
        visit(Array.isArray(value) ? item : undefined, besides[at], `${before}${stepOf(name, item, at)}`);
      });
      return;
    }
    if (isTree(beside)) note(beside.extension, path, () => (value === undefined ? '' : String(value)));
    if (!isTree(value)) return;
    note(value.extension, path, () => valueText(value));
    for (const name of Object.keys(value)) {
      const isBeside = name.startsWith('_');
      if (isBeside && value[name.slice(1)] !== undefined) continue;
      const plain = isBeside ? name.slice(1) : name;
      visit(value[plain], value[`_${plain}`], path === '' ? plain : `${path}.${plain}`);
    }
  };

  visit(resource, undefined, '');
  return found;
};
