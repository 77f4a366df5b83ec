import type { Tree } from '../../fhir/exact-tree.ts';
import { wordsOf } from '../../fhir/words.ts';
import { said } from '../../joining/said.ts';
import type { Difference } from '../difference.ts';
import { type MarkedValue, markedValues } from '../marked-value.ts';
import { elementAt, placeOf, type Study, type Telling } from '../study.ts';

/** What became of a value of the record in an element that held it. */
interface Fate {
  readonly kind: 'kept' | 'corrected' | 'recoded' | 'removed';
  readonly resource: string;
  readonly expression: string;
  /** As the record wrote it. */
  readonly before: string;
  /** As it is now, where that is words of the same kind. */
  readonly after?: string | undefined;
}

/** The values of a record at their places, as the study has them now. */
export interface PutBack {
  readonly values: ReadonlyMap<string, string>;
  /** Places whose value a person changed in an element that has it in another form than the record. */
  readonly recoded: ReadonlyMap<string, Fate>;
  /** The elements whose values are put back, as `Type/id#FHIRPath`. */
  readonly held: ReadonlySet<string>;
  readonly differences: readonly Difference[];
}

const general = (expression: string): string => expression.replace(/\[\d+\]/g, '');

const keyOf = ({ paths, expression }: MarkedValue): string => `${paths.join(' ')} ${general(expression)}`;

const changed = (told: MarkedValue, now: string | undefined): Pick<Fate, 'kind' | 'after'> =>
  told.derivation === 'stated' && now !== undefined ? { kind: 'corrected', after: now } : { kind: 'recoded' };

/** What became of what a resource was told; values are known by their marks, else by where they stood. */
const fatesOf = (
  told: Tree,
  present: Tree | undefined,
  document: string,
): readonly (readonly [MarkedValue, Fate])[] => {
  const resource = placeOf(told);
  const marked = present === undefined ? [] : markedValues(present, document);
  const known = Map.groupBy(marked, keyOf);
  const taken = new Set(marked.map(({ expression }) => expression));
  return markedValues(told, document).map((value) => {
    const { expression, words } = value;
    const same = known.get(keyOf(value));
    const now = same?.find((one) => one.expression === expression) ?? same?.[0];
    const base = { resource, expression: now?.expression ?? expression, before: words };
    if (now !== undefined) {
      if (now.said === value.said) return [value, { ...base, kind: 'kept' }];
      return [value, { ...base, ...changed(value, wordsOf(elementAt(present as Tree, now.expression))) }];
    }
    const left = present && !taken.has(expression) ? elementAt(present, expression) : undefined;
    if (left === undefined) return [value, { ...base, kind: 'removed' }];
    if (said(left) === value.said) return [value, { ...base, kind: 'kept' }];
    return [value, { ...base, ...changed(value, wordsOf(left)) }];
  });
};

/** What is to be written of a value that several elements hold: what a person made of it in any of them. */
const decisive = (fates: readonly Fate[]): Fate => {
  const [first] = fates as readonly [Fate, ...Fate[]];
  const same = fates.filter(({ before }) => before === first.before);
  return (
    same.find(({ kind }) => kind === 'corrected') ??
    same.find(({ kind }) => kind === 'recoded') ??
    same.find(({ kind }) => kind === 'kept') ??
    first
  );
};

/** Puts the values of a record back at the places they came from, a person's correction in place of what it corrects. */
export const putBack = ({ resources }: Study, { document, resources: told }: Telling): PutBack => {
  const present = new Map(resources.map((one) => [placeOf(one), one]));
  const fates = new Map<string, Fate[]>();
  const held = new Set<string>();
  const differences: Difference[] = [];
  for (const resource of told)
    for (const [{ paths, derivation }, fate] of fatesOf(resource, present.get(placeOf(resource)), document)) {
      if (fate.kind === 'kept' || fate.kind === 'corrected') held.add(`${fate.resource}#${fate.expression}`);
      // What only follows from a value is not the value.
      if (derivation === 'derived' && (fate.kind === 'recoded' || fate.kind === 'removed')) continue;
      for (const path of paths) fates.set(path, [...(fates.get(path) ?? []), fate]);
    }
  const values = new Map<string, string>();
  const recoded = new Map<string, Fate>();
  for (const [path, all] of fates) {
    const { kind, ...fate } = decisive(all);
    const where = { path, resource: fate.resource, expression: fate.expression };
    if (kind === 'recoded') recoded.set(path, { kind, ...fate });
    else if (kind === 'removed') differences.push({ kind, ...where, before: fate.before });
    else values.set(path, fate.after ?? fate.before);
    if (kind === 'corrected')
      differences.push({
        kind,
        ...where,
        before: fate.before,
        ...(fate.after !== undefined && { after: fate.after }),
      });
  }
  return { values, recoded, held, differences };
};
