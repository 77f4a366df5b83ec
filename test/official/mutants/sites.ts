import type { ElementInfo } from '../../../src/fhir/element-table.ts';
import { element, kindOf } from '../../../src/fhir/elements.ts';

/** An object of JSON that may be changed. */
export interface JsonObject {
  [name: string]: unknown;
}

/** A property of a resource or of an object in it, and what R5 says of it. */
export interface Site {
  readonly holder: JsonObject;
  readonly key: string;
  /** Type or backbone element that has the element: `Evidence.statistic`. */
  readonly owner: string;
  /** Type of its value; of a backbone element its path. */
  readonly type: string;
  readonly element: ElementInfo;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as a list: itself if it is one. */
export const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const collect = (holder: JsonObject, owner: string, found: Site[]): void => {
  for (const [key, value] of Object.entries(holder)) {
    const named = element(owner, key);
    if (named === undefined) continue;
    const { type } = named;
    found.push({ holder, key, owner, type, element: named.element });
    for (const item of listed(value)) {
      if (isObject(item))
        collect(item, kindOf(type) === 'resource' ? String(item.resourceType) : type, found);
    }
  }
};

/** All elements of a resource that R5 knows, from the outside inwards. */
export const sites = (resource: JsonObject): readonly Site[] => {
  const found: Site[] = [];
  collect(resource, String(resource.resourceType), found);
  return found;
};

/** The values of an element. */
export const values = ({ holder, key }: Site): readonly unknown[] => listed(holder[key]);

/** Puts a value in the place of an element's first one. */
export const replace = ({ holder, key }: Site, value: unknown): void => {
  holder[key] = Array.isArray(holder[key]) ? [value, ...holder[key].slice(1)] : value;
};

/** Whether an element is of a primitive type. */
export const isPrimitive = ({ type }: Site): boolean => kindOf(type) === 'primitive';
