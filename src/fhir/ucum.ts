import { createRequire } from 'node:module';

/** The part of the UCUM library that is used; it comes without types. */
interface Ucum {
  convertToBaseUnits(
    unit: string,
    value: number,
  ): {
    readonly status: string;
    readonly magnitude?: number;
    /** Whether the conversion is more than a factor, as from °C. */
    readonly fromUnitIsSpecial?: boolean;
    readonly unitToExp?: Readonly<Record<string, number>>;
  };
  validateUnitString(unit: string): {
    readonly status: string;
    readonly unit?: { readonly name?: string } | null;
  };
}

let library: Ucum | undefined;

/** Loaded when it is first needed: its table of units takes a while. */
const ucum = (): Ucum => {
  library ??= createRequire(import.meta.url)('@lhncbc/ucum-lhc').UcumLhcUtils.getInstance() as Ucum;
  return library;
};

interface Conversion {
  readonly unit: string;
  readonly convert: (value: number) => number | undefined;
}

const conversionOf = (unit: string): Conversion | undefined => {
  // No UCUM code has a space or is longer; of what it cannot read the library would write to the console.
  if (!/^[!-~]{1,100}$/.test(unit)) return undefined;
  const { status, magnitude, fromUnitIsSpecial, unitToExp } = ucum().convertToBaseUnits(unit, 1);
  if (status !== 'succeeded' || magnitude === undefined) return undefined;
  const base = Object.entries(unitToExp ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, exponent]) => `${name}${exponent}`);
  return {
    unit: base.join('.') || '1',
    convert: fromUnitIsSpecial
      ? (value) => ucum().convertToBaseUnits(unit, value).magnitude
      : (value) => value * magnitude,
  };
};

/** Units come from outside, so that not any number of them is kept. */
const KEPT = 5000;

const conversions = new Map<string, Conversion | undefined>();

const conversion = (unit: string): Conversion | undefined => {
  if (conversions.has(unit)) return conversions.get(unit);
  if (conversions.size >= KEPT) conversions.clear();
  const made = conversionOf(unit);
  conversions.set(unit, made);
  return made;
};

/** The name of a UCUM unit, undefined for what is none: https://ucum.org/ucum */
export const unitName = (code: string): string | undefined => {
  // The library writes to the standard output about blanks, and takes `constructor` for a unit, without a name.
  if (/\s/.test(code)) return undefined;
  const { status, unit } = ucum().validateUnitString(code);
  return status === 'valid' ? unit?.name : undefined;
};

/** https://ucum.org */
export const UCUM = 'http://unitsofmeasure.org';

/**
 * A quantity in UCUM's base units, in which all quantities of a kind can be compared; undefined if the unit is no
 * UCUM code or has no such form (arbitrary units like `[iU]`).
 */
export const canonicalQuantity = (
  value: string | number,
  unit: string,
): { readonly value: number; readonly unit: string } | undefined => {
  const found = conversion(unit);
  const converted = found?.convert(Number(value));
  if (found === undefined || converted === undefined || !Number.isFinite(converted)) return undefined;
  // What is the same in two units must not differ by the noise of the conversion.
  return { value: Number(converted.toPrecision(12)), unit: found.unit };
};
