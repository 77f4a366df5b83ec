import { isTree } from '../fhir/exact-tree.ts';

const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** A number's value in the one form it has without zeros that say nothing: 1.50 and 15e-1 are 15 and -1. */
const numberValue = (written: string): string => {
  const [, sign, whole, fraction = '', exponent = '0'] = NUMBER.exec(written)!;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - significant.length);
  return `${sign}${significant}e${power}`;
};

/** Whether two values are equal as JSON Patch has it, numbers by value: https://www.rfc-editor.org/rfc/rfc6902#section-4.6 */
export const sameJson = (a: unknown, b: unknown): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((one, index) => sameJson(one, b[index]))
    );
  if (isTree(a) !== isTree(b)) return false;
  if (!isTree(a) || !isTree(b)) return numberValue(JSON.stringify(a)) === numberValue(JSON.stringify(b));
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && sameJson(a[name], b[name]))
  );
};
