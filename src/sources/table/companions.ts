import type { Passage } from '../passage.ts';
import type { Head } from './head.ts';
import type { Line } from './layout.ts';

/** What a number beside a mean is. */
export type SpreadKind = 'standard-deviation' | 'standard-error';

/** The columns that tell of the same values as another: how much they spread, and of how many they are. */
export interface Companions {
  readonly spread?: { readonly column: number; readonly kind: SpreadKind };
  readonly size?: number;
}

const DEVIATION =
  /^[([]?(?:±\s*)?(?:s\.?d\.?|(?:std|stand)\.? ?dev(?:iation)?s?\.?|standard deviations?)[)\]]?$/i;
const ERROR =
  /^[([]?(?:±\s*)?(?:s\.?e\.?m?\.?|(?:std|stand)\.? ?err(?:or)?s?\.?(?: (?:of )?(?:the )?mean)?|standard errors?(?: of (?:the )?mean)?)[)\]]?$/i;
const SIZE =
  /^[([]?(?:total(?: n)?|n|sample size|(?:no\.?|number) of (?:patients|participants|subjects))[)\]]?$/i;
/** The head of a column of counts, which names nothing that was counted. */
export const EVENTS = /^(?:(?:no\.?|number) of )?(?:events?|cases)(?:,? n)?$/i;
const RESPONDERS = /^(?:(?:no\.?|number) of )?responders(?:,? n)?$/i;

const spreadKind = (words: string): SpreadKind | undefined => {
  if (DEVIATION.test(words)) return 'standard-deviation';
  return ERROR.test(words) ? 'standard-error' : undefined;
};

/** The lines that tell how much the values of the line before them spread: `Mean`, `SD`; by each line the one behind it. */
export const spreadLines = (
  lines: readonly Line[],
): {
  readonly of: ReadonlyMap<Line, { readonly line: Line; readonly kind: SpreadKind }>;
  readonly lines: ReadonlySet<Line>;
} => {
  const kinds = lines.map(({ stub }) => spreadKind(stub.at(-1)?.text.trim() ?? ''));
  const isOfOne = (a: Line, b: Line): boolean =>
    a.stub.length === b.stub.length && a.stub.slice(0, -1).every((title, i) => title === b.stub[i]);
  return {
    of: new Map(
      lines.flatMap((line, i) => {
        const [next, kind] = [lines[i + 1], kinds[i + 1]];
        return next && kind && !kinds[i] && isOfOne(line, next)
          ? [[line, { line: next, kind }] as const]
          : [];
      }),
    ),
    lines: new Set(lines.filter((_, i) => kinds[i])),
  };
};

/**
 * Which columns stand for each other under one head, `Mean | SD`, `n | Mean (SD)`, `Events | Total`: by each column with
 * values of its own those that go with it, and all that only do that.
 */
export const companionsAmong = (
  heads: readonly (readonly Passage[])[],
  headOf: (passage: Passage) => Head,
): { readonly of: ReadonlyMap<number, Companions>; readonly columns: ReadonlySet<number> } => {
  const of = new Map<number, Companions>();
  const columns = new Set<number>();
  const last = (x: number): string => heads[x]?.at(-1)?.text.trim() ?? '';
  const isMeasured = (x: number): boolean => {
    const head = heads[x]?.at(-1);
    const kind = head && spreadKind(last(x)) === undefined ? headOf(head).form?.kind : undefined;
    return kind === 'mean' || kind === 'median' || [EVENTS, RESPONDERS].some((words) => words.test(last(x)));
  };
  const join = (x: number, column: number, known: Companions): void => {
    of.set(x, { ...of.get(x), ...known });
    columns.add(column);
  };
  const groups = Map.groupBy(heads.keys(), (x) => heads[x]!.slice(0, -1).at(-1));
  for (const [over, siblings] of groups) {
    const measured = siblings.filter(isMeasured);
    for (const column of siblings) {
      const kind = spreadKind(last(column));
      const mean = measured.findLast((x) => x < column);
      if (kind && mean === column - 1) join(mean, column, { spread: { column, kind } });
      else if (kind) columns.add(column);
      if (over && SIZE.test(last(column))) for (const x of measured) join(x, column, { size: column });
    }
  }
  return { of, columns };
};
