import type { FhirResource } from 'fhir/r5.js';
import { type Content, content } from '../../src/fhir/content.ts';
import { mapTrial } from '../../src/mapping/trial.ts';
import type { Trial } from '../../src/model/trial.ts';
import { document, slice, trial } from '../fixtures/trial.ts';

type Typed<T extends FhirResource['resourceType']> = Extract<FhirResource, { resourceType: T }>;

/** Resources as clients read them, to look in. */
export const lookIn = (contents: readonly Content[]) => {
  const resources = contents.map(({ value }) => value);
  const all = <T extends FhirResource['resourceType']>(type: T): Typed<T>[] =>
    resources.filter((resource): resource is Typed<T> => resource.resourceType === type);
  return {
    resources,
    texts: contents.map(({ text }) => text),
    all,
    /** The only one of its type, or the one with this title or name. */
    one: <T extends FhirResource['resourceType']>(type: T, title?: string): Typed<T> => {
      const found = all(type).filter(
        (resource) =>
          title === undefined ||
          ('title' in resource && resource.title === title) ||
          ('name' in resource && resource.name === title),
      );
      if (found.length !== 1) throw new Error(`${found.length} of ${type} ${title ?? ''}`);
      return found[0]!;
    },
    /** The resource a reference leads to. */
    follow: (reference: { reference?: string | undefined } | undefined): FhirResource | undefined =>
      resources.find(({ resourceType, id }) => `${resourceType}/${id}` === reference?.reference),
  };
};

/** A trial as it leaves the mapping: the resources as clients read them, and their texts. */
export const mapped = (changes: Partial<Trial> = {}, key?: string) =>
  lookIn(mapTrial({ ...trial, ...changes }, document, key).map((resource) => content(resource)));

interface Extension {
  readonly url: string;
  readonly extension?: readonly Extension[];
  readonly valueInteger?: number;
  readonly valueString?: string;
  readonly valueCode?: string;
  readonly valueReference?: { readonly reference: string };
}

/** An element's mark read back: its derivation, the texts of its spans in the document, the words kept beside. */
export const mark = (element: object | undefined) => {
  const { extension = [] } = (element ?? {}) as { extension?: readonly Extension[] };
  const ending = (end: string) => extension.filter(({ url }) => url.endsWith(`/${end}`));
  const part = (one: Extension, name: string) => one.extension?.find(({ url }) => url === name);
  return {
    derivation: ending('derivation').map(({ valueCode }) => valueCode),
    words: ending('derivation-reference').map((one) =>
      slice(part(one, 'offset')?.valueInteger ?? 0, part(one, 'length')?.valueInteger ?? 0),
    ),
    documents: ending('derivation-reference').map((one) => part(one, 'reference')?.valueReference?.reference),
    originalText: ending('originalText').map(({ valueString }) => valueString),
  };
};

/** The mark of a value that is its words. */
export const copied = (words: string) => ({ derivation: ['stated'], words: [words], originalText: [] });

/** The mark of a value put into a standard form. */
export const restated = (words: string) => ({
  derivation: ['normalised'],
  words: [words],
  originalText: [words],
});

/** Every element of a resource that carries marks, with the value it stands on. */
export const markedElements = (resource: object): { value: unknown; element: object; path: string }[] => {
  const found: { value: unknown; element: object; path: string }[] = [];
  const walk = (node: unknown, value: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    if (mark(node).derivation.length > 0) found.push({ value, element: node, path });
    for (const [name, child] of Object.entries(node)) {
      const sibling = name.startsWith('_') ? (node as Record<string, unknown>)[name.slice(1)] : child;
      walk(child, sibling, `${path}.${name}`);
    }
  };
  walk(resource, resource, '');
  return found;
};
