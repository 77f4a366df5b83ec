import { Instance } from '../instance.ts';
import { Unsupported } from './syntax.ts';

/** A Quantity's least or greatest value, in a unit of UCUM if it has one. */
export interface Bound {
  readonly value: number;
  readonly unit: string | undefined;
}

/** What an expression finds: an element, a value, or the boundary of a date (in milliseconds) or of a Quantity. */
export type Item = Instance | string | number | boolean | Bound | Date;

export type Items = readonly Item[];

export const NOTHING: Items = [];
export const TRUE: Items = [true];
export const FALSE: Items = [false];

/** Thrown where only the whole FHIRPath engine knows what is meant; made once, as its stack is of no interest. */
export const UNSURE = new Unsupported('This is for the whole FHIRPath engine');

const DATES = new Set(['date', 'dateTime', 'instant', 'time']);

/** The value of a primitive element or of what was computed; of what has none, `UNSURE` is thrown. */
export const primitiveOf = (item: Item): string | number | boolean | Bound | Date => {
  if (!(item instanceof Instance)) return item;
  const { value } = item;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') throw UNSURE;
  return value;
};

const isDate = (item: Item): boolean => item instanceof Instance && DATES.has(item.type);

/** A plain value, of which `===` tells whether it is the same as another of its type. */
export const plainValue = (item: Item): string | number | boolean => {
  const value = primitiveOf(item);
  if (typeof value === 'object' || (typeof value === 'string' && isDate(item))) throw UNSURE;
  return value;
};

const written = new WeakMap<object, string>();

/** An element's content as text, written once. */
const textOf = (value: object, extras: object | undefined): string => {
  const known = extras === undefined ? written.get(value) : undefined;
  if (known !== undefined) return known;
  const text = `\0${JSON.stringify([value, extras])}`;
  if (extras === undefined) written.set(value, text);
  return text;
};

/** What two items have in common if they are the same, be they values or elements. */
const keyOf = (item: Item): string | number | boolean => {
  if (!(item instanceof Instance)) return plainValue(item);
  const { value, extras } = item;
  if (typeof value === 'object' && value !== null) return textOf(value, extras);
  if (extras !== undefined) return `\0${JSON.stringify([value, extras])}`;
  return plainValue(item);
};

/** Whether two items are the same value. */
export const isSame = (a: Item, b: Item): boolean => {
  // What stands beside a value counts only between elements.
  const isBetweenElements = a instanceof Instance && b instanceof Instance;
  const left = isBetweenElements ? keyOf(a) : plainValue(a);
  const right = isBetweenElements ? keyOf(b) : plainValue(b);
  if (left === right) return true;
  if (typeof left === 'boolean' || typeof right === 'boolean') return false;
  if (typeof left !== typeof right || (isBetweenElements && a.type !== b.type)) throw UNSURE;
  // Quantities in other units may be the same, and so are numbers that are nearly so.
  if (isBetweenElements && a.type === 'Quantity') throw UNSURE;
  if (typeof left === 'number' && Math.abs(left - (right as number)) < 1e-6) throw UNSURE;
  return false;
};

/** The one item, if there is any. */
export const single = (items: Items): Item | undefined => {
  if (items.length > 1) throw UNSURE;
  return items[0];
};

/** The one item as a boolean: whatever is no boolean counts as true. */
export const singleTruth = (items: Items): boolean | undefined => {
  const item = single(items);
  if (item === undefined) return undefined;
  const value = item instanceof Instance ? item.value : item;
  if (item instanceof Instance && value === undefined) throw UNSURE;
  return typeof value === 'boolean' ? value : true;
};

/** The one item as a string. */
export const singleString = (items: Items): string | undefined => {
  const item = single(items);
  if (item === undefined) return undefined;
  const value = plainValue(item);
  if (typeof value !== 'string') throw UNSURE;
  return value;
};

const FULL = /T.{8}(?:\.\d{1,3})?(?:Z|[+-]\d\d:\d\d)$/;

const asComparable = (item: Item): number | string => {
  const value = primitiveOf(item);
  if (typeof value === 'number') return value;
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'object') return value.value;
  if (isDate(item)) {
    if (typeof value !== 'string' || !FULL.test(value)) throw UNSURE;
    return Date.parse(value);
  }
  if (typeof value === 'boolean') throw UNSURE;
  return value;
};

/** Whether two items can be compared by what they are: dates with dates, numbers with numbers. */
const kindOf = (item: Item): string => {
  if (typeof item !== 'object') return 'value';
  if (item instanceof Date || isDate(item)) return 'date';
  return !(item instanceof Instance) ? `quantity ${item.unit}` : 'value';
};

/** Compares two items: negative if the first is less. */
export const compare = (a: Item, b: Item): number => {
  const left = asComparable(a);
  const right = asComparable(b);
  if (kindOf(a) !== kindOf(b) || typeof left !== typeof right || kindOf(a) === 'quantity undefined')
    throw UNSURE;
  return left < right ? -1 : left > right ? 1 : 0;
};

/** The items without repetitions. */
export const distinct = (items: Items): Items => {
  if (items.length < 2) return items;
  const kind = typeof keyOf(items[0]!);
  const seen = new Set<string | number | boolean>();
  return items.filter((item) => {
    const key = keyOf(item);
    if (typeof key !== kind || (item instanceof Instance && item.type === 'Quantity')) throw UNSURE;
    // Numbers that are nearly the same are the same.
    if (kind === 'number' && !Number.isInteger(key)) throw UNSURE;
    return !seen.has(key) && seen.add(key);
  });
};

/** All that is found by going on from what was found; what says the same counts once. */
export const repeated = (start: Items, next: (item: Item) => Items): Items => {
  const all = new Map<string | number | boolean, Item>();
  let fresh: Items = start;
  while (fresh.length > 0) {
    fresh = fresh.flatMap(next).filter((item) => {
      const key = keyOf(item);
      return !all.has(key) && all.set(key, item);
    });
  }
  return [...all.values()];
};

const UCUM = 'http://unitsofmeasure.org';
const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(T\d\d:\d\d:\d\d(?:\.\d{1,3})?)?)?)?(Z|[+-]\d\d:\d\d)?$/;
const HOUR = 3_600_000;

/** The first or last moment that a date may mean, wherever on earth: https://hl7.org/fhirpath/N2/#lowboundaryprecision-integer-decimal-date-datetime-time */
const dateBoundary = (text: string, isHigh: boolean): Date => {
  const [, year, month, day, time, zone] = DATE.exec(text) ?? [];
  if (year === undefined) throw UNSURE;
  if (time !== undefined) {
    const written = /\.(\d+)/.exec(time)?.[1] ?? '';
    const fraction = written.padEnd(3, isHigh ? '9' : '0');
    const at = `${text.slice(0, 19)}.${fraction}`;
    return new Date(Date.parse(`${at}${zone ?? (isHigh ? '-12:00' : '+14:00')}`));
  }
  if (zone !== undefined) throw UNSURE;
  const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)];
  if (!isHigh) return new Date(Date.UTC(y, m, d) - 14 * HOUR);
  const end =
    month === undefined
      ? Date.UTC(y + 1, 0, 1)
      : day === undefined
        ? Date.UTC(y, m + 1, 1)
        : Date.UTC(y, m, d + 1);
  return new Date(end - 1 + 12 * HOUR);
};

/** The least or greatest value that what is written may mean; of a Quantity that of its value. */
export const boundary = (item: Item, isHigh: boolean): Item => {
  if (!(item instanceof Instance)) throw UNSURE;
  if (item.type === 'dateTime') return dateBoundary(String(primitiveOf(item)), isHigh);
  const { value, comparator, system, code } = item.value as Readonly<Record<string, unknown>>;
  if (typeof value !== 'number' || comparator !== undefined || Math.abs(value) > 1e6) throw UNSURE;
  const [digits, decimals = ''] = String(value).split('.');
  // More digits than a boundary has, or an exponent.
  if (decimals.length > 6 || /e/.test(digits! + decimals)) throw UNSURE;
  const half = 0.5 * 10 ** -decimals.length;
  const unit = system === UCUM && typeof code === 'string' ? code : undefined;
  return { value: isHigh ? value + half : value - half, unit };
};

/** Whether two boundaries are in units that can be converted into one another. */
export const isComparable = (a: Item, b: Item): boolean => {
  if (typeof a !== 'object' || a instanceof Instance || a instanceof Date) throw UNSURE;
  if (typeof b !== 'object' || b instanceof Instance || b instanceof Date) throw UNSURE;
  if (a.unit === undefined || b.unit === undefined) return false;
  if (a.unit !== b.unit) throw UNSURE;
  return true;
};
