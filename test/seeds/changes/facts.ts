import { expect } from 'vitest';
import type { Content } from '../../../src/fhir/content.ts';

/** A stretch of a document in code points. */
export interface Place {
  readonly offset: number;
  readonly length: number;
}

/** One value in FHIR, with the words of the source that it is marked with (by itself or by the element it stands in). */
export interface Leaf {
  /** Where it stands, with array positions: `Evidence#3.statistic[0].quantity.value`. */
  readonly at: string;
  /** The same without positions: `Evidence.statistic.quantity.value`. */
  readonly path: string;
  /** As written in JSON; decimals keep their form. */
  readonly value: string;
  readonly isNumber: boolean;
  /** The spans' texts; none where nothing marks the value. */
  readonly words: readonly string[];
  readonly spans: readonly Place[];
  /** The spans of the elements around it, which say where it and its being there came from. */
  readonly around: readonly Place[];
}

interface Written {
  readonly written: string;
}

type Json = null | boolean | string | Written | readonly Json[] | { readonly [name: string]: Json };

const isWritten = (json: Json | undefined): json is Written =>
  typeof json === 'object' && json !== null && 'written' in json && Object.keys(json).length === 1;

const isObject = (json: Json | undefined): json is { readonly [name: string]: Json } =>
  typeof json === 'object' && json !== null && !Array.isArray(json) && !isWritten(json);

// The source text that a reviver gets is not in TypeScript's library yet.
const parseExactly = JSON.parse as (
  text: string,
  reviver: (name: string, value: Json, context: { readonly source?: string }) => Json,
) => Json;

const parsed = (text: string): { readonly [name: string]: Json } => {
  const json = parseExactly(text, (_, value, { source }) =>
    typeof value === 'number' ? { written: source ?? '' } : value,
  );
  if (!isObject(json)) throw new TypeError('a resource is an object');
  return json;
};

type Mark = Pick<Leaf, 'spans' | 'around'>;

const UNMARKED: Mark = { spans: [], around: [] };

const MARKS = /\/(?:derivation-reference|derivation|originalText)$/;

const extensionsOf = (element: Json | undefined): readonly { readonly [name: string]: Json }[] =>
  isObject(element) && Array.isArray(element.extension) ? element.extension.filter(isObject) : [];

const urlOf = (extension: { readonly [name: string]: Json }): string =>
  typeof extension.url === 'string' ? extension.url : '';

const numberOf = (json: Json | undefined): number => (isWritten(json) ? Number(json.written) : Number.NaN);

const markOf = (element: Json | undefined, outer: Mark): Mark | undefined => {
  const spans = extensionsOf(element)
    .filter((extension) => urlOf(extension).endsWith('/derivation-reference'))
    .map((extension): Place => {
      const part = (name: string): number =>
        numberOf(extensionsOf(extension).find((one) => urlOf(one) === name)?.valueInteger);
      return { offset: part('offset'), length: part('length') };
    });
  return spans.length > 0 ? { spans, around: [...outer.around, ...spans] } : undefined;
};

/** How ids are said: by the order of the resources, by their titles, or as they are but for the document's hash. */
export type Ids = 'by order' | 'by title' | 'kept';

const WITHOUT = new Set(['text', 'meta']);

const titleOf = (resource: object): string =>
  'title' in resource ? ` “${resource.title}”` : 'name' in resource ? ` “${resource.name}”` : '';

/** What a document's own bytes determine, whatever it says. */
const ofBytes = (at: string): boolean => /^DocumentReference#\d+\.(?:identifier|content)/.test(at);

/**
 * Every value of some resources: all but narratives, ids and what follows from the document's bytes alone.
 * Checks on the way that every span lies in the document and that the words kept beside it are its text.
 */
export const leavesOf = (resources: readonly Content[], text: string, ids: Ids): readonly Leaf[] => {
  const codePoints = [...text];
  const hash = resources.find(({ value }) => value.resourceType === 'DocumentReference')?.value.id ?? '';
  const names = new Map(
    resources.map(({ value }, i) => [
      `${value.resourceType}/${value.id}`,
      `${value.resourceType}${ids === 'by title' ? titleOf(value) : `#${i}`}`,
    ]),
  );
  const links = new Map<string, string>();
  const named = (name: string, value: string): string => {
    const link = ['id', 'linkId', 'targetId'].includes(name);
    if (ids === 'kept') return value.replaceAll(hash, '<hash>').replaceAll(hash.slice(0, 8), '<hash>');
    if (link && ids === 'by order')
      return links.get(value) ?? links.set(value, `link#${links.size}`).get(value) ?? '';
    const reference = /([A-Za-z]+\/[A-Za-z0-9.-]+)$/.exec(value)?.[0] ?? '';
    const known = names.get(reference);
    return known === undefined ? value : `${value.slice(0, -reference.length)}${known}`;
  };
  const wordsOf = ({ spans }: Mark): readonly string[] =>
    spans.map(({ offset, length }) => {
      expect(offset, 'a span begins in the document').toBeGreaterThanOrEqual(0);
      expect(offset + length, 'a span ends in the document').toBeLessThanOrEqual(codePoints.length);
      return codePoints.slice(offset, offset + length).join('');
    });
  const found: Leaf[] = [];
  const leaf = (at: string, name: string, json: string | boolean | Written, mark: Mark): void => {
    const value = isWritten(json) ? json.written : named(name, String(json));
    if (ofBytes(at)) return;
    const path = at.replace(/#\d+|\[\d+\]/g, '');
    found.push({ at, path, value, isNumber: isWritten(json), words: wordsOf(mark), ...mark });
  };
  const walk = (at: string, name: string, json: Json, inherited: Mark, sibling: Json | undefined): void => {
    const mark = markOf(sibling, inherited) ?? markOf(json, inherited) ?? inherited;
    if (json === null) return;
    if (typeof json === 'string' || typeof json === 'boolean' || isWritten(json)) leaf(at, name, json, mark);
    else if (Array.isArray(json))
      for (const [i, item] of json.entries()) walk(`${at}[${i}]`, name, item, mark, undefined);
    else if (isObject(json)) {
      const original = extensionsOf(json).find((one) => urlOf(one).endsWith('/originalText'))?.valueString;
      if (original !== undefined)
        expect(wordsOf(mark), `${at}: the words beside a value are its span's`).toContain(original);
      for (const extension of extensionsOf(json))
        if (!MARKS.test(urlOf(extension)))
          for (const [key, child] of Object.entries(extension))
            if (key !== 'url' && key !== 'extension')
              walk(
                `${at}.extension(${urlOf(extension).split('/').at(-1)})`,
                key,
                child,
                mark,
                extension[`_${key}`],
              );
      for (const [key, child] of Object.entries(json)) {
        if (key === 'extension' || key === 'resourceType') continue;
        if (key.startsWith('_') && key.slice(1) in json) {
          const about = extensionsOf(child).filter((one) => !MARKS.test(urlOf(one)));
          if (about.length > 0) walk(`${at}.${key}`, key, { extension: about }, mark, undefined);
        } else walk(`${at}.${key}`, key, child, mark, json[`_${key}`]);
      }
    }
  };
  for (const [i, { text: json, value }] of resources.entries()) {
    const { id: _, ...resource } = parsed(json);
    const at = `${value.resourceType}#${i}`;
    for (const [key, child] of Object.entries(resource))
      if (!WITHOUT.has(key) && !key.startsWith('_') && key !== 'resourceType' && key !== 'extension')
        walk(`${at}.${key}`, key, child, UNMARKED, resource[`_${key}`]);
    if (resource.extension) walk(at, '', { extension: resource.extension }, UNMARKED, undefined);
  }
  return found;
};

/** A leaf as one line: its path, its value, its words. */
export const said = ({ path, value, words }: Leaf): string =>
  `${path} = ${value}${words.length > 0 ? ` ⟵ ${words.toSorted().join(' | ')}` : ''}`;

/** Whether one of some spans holds a stretch of the document. */
export const covers = (spans: readonly Place[], { offset, length }: Place): boolean =>
  spans.some((span) => span.offset <= offset && offset + length <= span.offset + span.length);

/** What is in one list and not in another, as often as it is more there. */
export const without = <T>(
  some: readonly T[],
  others: readonly T[],
  key: (one: T) => string,
): readonly T[] => {
  const left = new Map<string, number>();
  for (const one of others) left.set(key(one), (left.get(key(one)) ?? 0) + 1);
  return some.filter((one) => {
    const count = left.get(key(one)) ?? 0;
    left.set(key(one), count - 1);
    return count <= 0;
  });
};

/** Whether a value is a judgement of the reported numbers, recomputed from them and so bound to change with them. */
export const isJudgement = ({ at }: Leaf): boolean => at.startsWith('ArtifactAssessment#');
