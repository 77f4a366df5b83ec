import { MARK_URLS, type Mark, markOf } from './mark.ts';
import { addressOf } from './select.ts';
import type { Served } from './written.ts';

/** An element of a resource. A primitive's `value` is the primitive, its mark that of `_name`. */
export interface Element {
  readonly path: string;
  readonly name: string;
  readonly value: unknown;
  readonly mark: Mark | undefined;
  /** The element it stands in. */
  readonly parent: Element | undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const childrenOf = (element: Element): readonly Element[] => {
  if (!isObject(element.value)) return [];
  const { value } = element;
  return Object.entries(value).flatMap(([name, child]) => {
    if (name.startsWith('_') && name.slice(1) in value) return [];
    const beside = value[`_${name}`];
    const list = Array.isArray(child) ? child : [child];
    return list.flatMap((one, at): Element[] => {
      if (name === 'extension' && isObject(one) && MARK_URLS.includes(String(one.url))) return [];
      const path = `${element.path}.${name}${Array.isArray(child) ? `[${at}]` : ''}`;
      const mark = markOf(isObject(one) ? one : Array.isArray(beside) ? beside[at] : beside);
      return [{ path, name, value: one, mark, parent: element }];
    });
  });
};

const below = (element: Element): readonly Element[] => [element, ...childrenOf(element).flatMap(below)];

/** Every element of a resource but those that make its marks. */
export const elementsOf = (resource: Served): readonly Element[] =>
  below({
    path: addressOf(resource),
    name: resource.resourceType,
    value: resource,
    mark: undefined,
    parent: undefined,
  }).slice(1);
