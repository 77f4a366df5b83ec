import { structureDefinition } from '../fhir/canonical.ts';
import { isTree, type Tree } from '../fhir/exact-tree.ts';
import {
  DERIVATION,
  DERIVATION_REFERENCE,
  extensionsOf,
  ORIGINAL_TEXT,
  RECORD_PATH,
} from '../fhir/source-mark.ts';

/** What a source says otherwise than the element it stands on: a value of the element's type. */
export const CONFLICTING_VALUE = structureDefinition('conflicting-value');

/** The extensions that say where a value came from. */
const MARKS: ReadonlySet<unknown> = new Set([DERIVATION_REFERENCE, DERIVATION, RECORD_PATH, ORIGINAL_TEXT]);

/** From strong to weak. */
const STRENGTH: readonly unknown[] = ['stated', 'normalised', 'derived'];

/** An element with other extensions; without the property where there are none. */
export const withExtensions = (element: Tree, extensions: readonly Tree[]): Tree => {
  const { extension, ...rest } = element;
  return extensions.length === 0 ? rest : { extension: extensions, ...rest };
};

const isMark = ({ url }: Tree): boolean => MARKS.has(url);

/** A value without what says where it came from and who says otherwise; empty elements are gone. */
const bare = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(bare);
  if (!isTree(value)) return value;
  const kept = extensionsOf(value).filter((one) => !isMark(one) && one.url !== CONFLICTING_VALUE);
  const entries = Object.entries(withExtensions(value, kept))
    .map(([name, child]) => [name, bare(child)] as const)
    .filter(([, child]) => !(isTree(child) && Object.keys(child).length === 0))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
};

/** What a value says, wherever it came from: equal for values that say the same. 1.0 and 1.00 do not. */
export const said = (value: unknown): string => JSON.stringify(bare(value)) ?? '';

/** A value without what others say of it. */
export const withoutConflicts = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutConflicts);
  if (!isTree(value)) return value;
  const kept = extensionsOf(value).filter(({ url }) => url !== CONFLICTING_VALUE);
  const entries = Object.entries('extension' in value ? withExtensions(value, kept) : value)
    .map(([name, child]) => [name, withoutConflicts(child)] as const)
    .filter(([name, child]) => !(name.startsWith('_') && isTree(child) && Object.keys(child).length === 0));
  return Object.fromEntries(entries);
};

const distinct = (extensions: readonly Tree[]): readonly Tree[] => [
  ...new Map(extensions.map((one) => [JSON.stringify(one), one])).values(),
];

/** The places of both, one derivation: the weaker; one text, that of the first. */
const unitedMarks = (a: readonly Tree[], b: readonly Tree[]): readonly Tree[] => {
  const all = distinct([...a, ...b]);
  const places = all.filter(({ url }) => url === DERIVATION_REFERENCE || url === RECORD_PATH);
  const [weakest] = all
    .filter(({ url }) => url === DERIVATION)
    .sort((x, y) => STRENGTH.indexOf(y.valueCode) - STRENGTH.indexOf(x.valueCode));
  const text = all.find(({ url }) => url === ORIGINAL_TEXT);
  return [...places, ...(weakest ? [weakest] : []), ...(text ? [text] : [])];
};

/** Two values that say the same as one, with the places of both. */
export const united = (a: unknown, b: unknown): unknown => {
  if (Array.isArray(a) && Array.isArray(b)) return a.map((item, at) => united(item, b[at]));
  if (!isTree(a) || !isTree(b)) return a ?? b;
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => name !== 'extension');
  const element = Object.fromEntries(names.map((name) => [name, united(a[name], b[name])]));
  const [first, second] = [extensionsOf(a), extensionsOf(b)];
  const others = first.filter((one) => !isMark(one));
  return withExtensions(element, [...unitedMarks(first.filter(isMark), second.filter(isMark)), ...others]);
};

/** A value whose words are nobody's in the sources any more. */
export const unmarked = (element: Tree): Tree =>
  withExtensions(
    element,
    extensionsOf(element).filter((one) => !isMark(one)),
  );
