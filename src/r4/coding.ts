import codes from '../../profiles/generated/r4-codes.json' with { type: 'json' };
import { isTree, type Tree } from '../fhir/exact-tree.ts';
import { extensionsOf } from '../fhir/source-mark.ts';
import { textOf } from './item.ts';
import { DOWN, R5, type Way } from './version.ts';

/** How R4 has a code system of R5: under which name, if any, without which of its codes, and with which other displays. */
interface Known {
  readonly name?: string;
  readonly lacks?: readonly string[];
  readonly displays?: Readonly<Record<string, string>>;
}

const SYSTEMS = new Map<string, Known>(Object.entries(codes.systems));
const nameInR5 = new Map(
  [...SYSTEMS].flatMap(([url, { name }]) =>
    name === undefined || name === url ? [] : [[name, url] as const],
  ),
);

const SYSTEM = `${R5.extension}Coding.system`;
const DISPLAY = `${R5.extension}Coding.display`;
const R5_VERSION = '5.0.0';

/** What stands beside a primitive, with R5's value of it. */
const carrying = (beside: unknown, url: string, valueString: unknown): Tree => ({
  ...(isTree(beside) && beside),
  extension: [...extensionsOf(beside), { url, valueString }],
});

/** The value of R5 that an extension beside a primitive carries, and what else stands there. */
const carriedBeside = (
  beside: unknown,
  url: string,
): { readonly value?: unknown; readonly others?: Tree } => {
  const own = extensionsOf(beside).find((one) => one.url === url);
  if (own === undefined) return {};
  const { extension: _, ...rest } = beside as Tree;
  const extension = extensionsOf(beside).filter((one) => one !== own);
  const others = { ...rest, ...(extension.length > 0 && { extension }) };
  return { value: own.valueString, ...(Object.keys(others).length > 0 && { others }) };
};

/** A Coding without a system for R4, which stands beside its place: R4 has no definition of it. */
const carried = ({ system, _system, ...coding }: Tree): Tree => ({
  ...coding,
  _system: carrying(_system, SYSTEM, system),
});

const displayInR4 = (system: unknown, { code }: Tree): string | undefined =>
  SYSTEMS.get(textOf(system))?.displays?.[textOf(code)];

/** A Coding with R4's display of its code, and R5's beside it. */
const displayedDown = (coding: Tree): Tree => {
  const { system, display, _display } = coding;
  const there = displayInR4(system, coding);
  return there === undefined || typeof display !== 'string' || display === there
    ? coding
    : { ...coding, display: there, _display: carrying(_display, DISPLAY, display) };
};

/** A Coding with R5's display of its code, where R4's has not been changed. */
const displayedUp = (coding: Tree): Tree => {
  const { value, others } = carriedBeside(coding._display, DISPLAY);
  if (value === undefined) return coding;
  const { _display: _, ...rest } = coding;
  const isUnchanged = rest.display === displayInR4(rest.system, rest);
  return { ...rest, ...(isUnchanged && { display: value }), ...(others && { _display: others }) };
};

const down = (coding: Tree): Tree => {
  const { system, code } = coding;
  if (typeof system !== 'string') return coding;
  // A system whose name stands for another of R5 on the way back is told apart from that.
  if (nameInR5.has(system)) return { ...carried(coding), system };
  const known = SYSTEMS.get(system);
  if (known === undefined) return coding;
  const isLacking = known.lacks?.includes(textOf(code)) === true;
  if (known.name === system) {
    const shown = displayedDown(coding);
    return isLacking && coding.version === undefined ? { ...shown, version: R5_VERSION } : shown;
  }
  return known.name === undefined || isLacking
    ? carried(coding)
    : { ...displayedDown(coding), system: known.name };
};

const systemUp = (coding: Tree): Tree => {
  const { system, _system, ...rest } = coding;
  const { value, others } = carriedBeside(_system, SYSTEM);
  if (value !== undefined && (system === undefined || system === value)) {
    return { ...rest, system: value, ...(others && { _system: others }) };
  }
  if (typeof system !== 'string') return coding;
  if (coding.version === R5_VERSION && SYSTEMS.get(system)?.lacks?.includes(textOf(coding.code))) {
    const { version: _, ...without } = coding;
    return without;
  }
  const name = nameInR5.get(system);
  return name === undefined ? coding : { ...coding, system: name };
};

const up = (coding: Tree): Tree => displayedUp(systemUp(coding));

/** A Coding with the name that the other version has for its system: https://hl7.org/fhir/R5/datatypes.html#Coding */
export const codingThere = (way: Way, coding: Tree): Tree => (way === DOWN ? down(coding) : up(coding));
