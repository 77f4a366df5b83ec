import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Arm, Subject, TimePoint } from '../../model/trial.ts';
import type { Passage } from '../passage.ts';
import type { Abbreviations } from '../prose/abbreviation.ts';
import { timesIn } from '../prose/time.ts';
import { type Form, formIn } from './form.ts';
import { type Groups, groupsAmong } from './groups.ts';
import { type Head, headOf } from './head.ts';
import { layoutOf } from './layout.ts';
import type { Table } from './table.ts';

/** What heads and titles say together of one value. */
export interface TableValue {
  readonly cell: Passage;
  readonly subject: Subject | undefined;
  /** Whether the group stands over the value, not beside it. */
  readonly over: boolean;
  readonly n: Stated<number>;
  readonly form: Form | undefined;
  readonly time: Stated<TimePoint>;
  readonly unit: Stated<string>;
  readonly outcome: Fact<string> | undefined;
}

/** What a caption or a note says of all values of a table. */
const tableForm = ({ caption, notes }: Table): ((cell: string) => Form | undefined) => {
  const said = [caption, ...notes].flatMap((passage) => passage?.text ?? []).join('\n');
  const bySd =
    /\bmeans?\b[^.;]{0,20}(?:±|\+\/-|\()\s*(?:\bs\.?d\b|standard deviation)|\bs\.?d\.?\b|standard deviations?/i.test(
      said,
    );
  const bySe = /\bs\.?e\.?m?\b(?!\w)|standard errors?/i.test(said);
  const byMedian = /\bmedians?\b/i.test(said);
  const byCount = /\b(?:n|no\.?|numbers?|frequency|counts?)\b[^.;]{0,30}%|%\s*\(\s*n/i.test(said);
  return (cell) => {
    if (/±|\+\/-/.test(cell)) return { kind: 'mean', spread: bySe && !bySd ? 'other' : 'unsaid' };
    const forms = [byCount, bySd, byMedian, bySe].filter(Boolean).length;
    if (forms !== 1) return undefined;
    if (byCount) return { kind: 'count' };
    if (bySd) return { kind: 'mean', spread: 'standard-deviation' };
    return byMedian
      ? { kind: 'median', spread: formIn(said)?.form?.kind === 'median' ? 'interquartile-range' : 'unsaid' }
      : undefined;
  };
};

const sameWords = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** A name with the long forms of its abbreviations behind it. */
const spelledOut = (name: string, abbreviations: Abbreviations): string => {
  const words = name.match(/[\p{L}\d-]+/gu) ?? [];
  const long = [...new Set(words)].flatMap((word) => abbreviations.get(word) ?? []);
  const missing = long.filter((one) => !name.toLowerCase().includes(one.toLowerCase()));
  return missing.length > 0 ? `${name} (${missing.join(', ')})` : name;
};

/** The name of what was measured, from all heads that say a part of it. */
const outcomeOf = (heads: readonly Head[], abbreviations: Abbreviations): Fact<string> | undefined => {
  const facts = heads.flatMap(({ passage, name }) =>
    name ? [passage.fact(name.from, name.to, name.text.replace(/\s+/g, ' '))] : [],
  );
  const parts = facts.filter((fact, i) => facts.findIndex(({ value }) => sameWords(value, fact.value)) === i);
  const [first, ...others] = parts;
  if (!first) return undefined;
  const value = spelledOut(parts.map((part) => part.value).join(': '), abbreviations);
  if (value === first.value) return first;
  return {
    ...first,
    value,
    derivation: 'derived',
    spans: [first.spans[0], ...others.flatMap(({ spans }) => spans)],
  };
};

const lastStated = <T>(facts: readonly Stated<T>[]): Stated<T> =>
  facts.findLast((fact) => fact !== NOT_STATED) ?? NOT_STATED;

/** Heads that say nothing but that the column is of all. */
const OF_ALL =
  /^(?:overall|total|all(?: patients)?|whole (?:group|sample)|intention[- ]to[- ]treat(?: population)?|itt)$/i;
const OF_GROUPS =
  /^(?:study |treatment |intervention )?(?:groups?|arms?|treatments?|interventions?|outcomes?|variables?|number of (?:patients|participants|subjects)|patients|participants|values?|parameters?|results?)(?: and \w+)?$/i;

/** The time that a caption gives for all values, where it names one. */
const timeOfCaption = ({ caption }: Table): Stated<TimePoint> => {
  const [time, ...more] = caption ? timesIn(caption.text) : [];
  return caption && time && more.length === 0
    ? caption.fact(time.from, time.to, time.value, 'normalised')
    : NOT_STATED;
};

/** The values of a table, line by line. */
export const valuesOf = (
  table: Table,
  arms: readonly Arm[],
  abbreviations: Abbreviations,
): readonly (readonly TableValue[])[] => {
  const layout = layoutOf(table);
  const heads = new Map(
    [...layout.heads.flat(), ...layout.lines.flatMap(({ stub }) => stub)].map((one) => [one, headOf(one)]),
  );
  const at = (one: Passage): Head => heads.get(one)!;
  const valued = layout.heads.map((_, x) => layout.lines.some(({ cells }) => cells[x] !== undefined));
  const columns = layout.heads.filter((_, x) => valued[x]);
  const groupsIn = (levels: readonly (readonly Passage[])[]): Groups => {
    const depth = Math.max(0, ...levels.map(({ length }) => length));
    return new Map(
      Array.from({ length: depth }, (_, level) =>
        groupsAmong(
          [...new Set(levels.flatMap((column) => column[level] ?? []))].map(at),
          arms,
          abbreviations,
        ),
      ).flatMap((groups) => [...groups]),
    );
  };
  const over = groupsIn(columns);
  const beside = over.size >= 2 ? new Map<string, Subject>() : groupsIn(layout.lines.map(({ stub }) => stub));
  const subjectOf = (groups: Groups, { name }: Head): Subject | undefined => name && groups.get(name.text);
  const captionTime = timeOfCaption(table);
  const formOf = tableForm(table);
  /** Columns of one group that only their other words tell apart. */
  const apart = new Set(
    [
      ...Map.groupBy(
        layout.heads.keys().filter((x) => valued[x]),
        (x) => {
          const own = layout.heads[x]!.map(at);
          return JSON.stringify(
            own.map((head) => [
              head.name && over.has(head.name.text) ? head.name.text : '',
              head.form,
              head.time !== NOT_STATED && head.time.value,
            ]),
          );
        },
      ).values(),
    ].flatMap((same) => (same.length > 1 ? same : [])),
  );
  return layout.lines.map((line): readonly TableValue[] =>
    line.cells.flatMap((cell, x): readonly TableValue[] => {
      if (!cell) return [];
      const [above, left] = [layout.heads[x]!.map(at), line.stub.map(at)];
      const group =
        above.findLast((head) => subjectOf(over, head)) ?? left.findLast((head) => subjectOf(beside, head));
      const isOver = group !== undefined && above.includes(group);
      const subject = group && subjectOf(isOver ? over : beside, group);
      const naming = (head: Head): boolean =>
        head !== group &&
        !(head.name && (OF_ALL.test(head.name.text) || OF_GROUPS.test(head.name.text))) &&
        !(
          above.includes(head) &&
          isOver &&
          !apart.has(x) &&
          head.form === undefined &&
          above.indexOf(head) < above.indexOf(group)
        );
      const innermost = [...above, ...left];
      return [
        {
          cell,
          subject,
          over: isOver,
          n: lastStated((isOver ? above : innermost).map(({ n }) => n)),
          form: innermost.findLast(({ form }) => form)?.form ?? formOf(cell.text),
          time: lastStated([captionTime, ...innermost.map((head) => head.time)]),
          unit: lastStated(innermost.map(({ unit }) => unit)),
          outcome: outcomeOf([...left, ...above].filter(naming), abbreviations),
        },
      ];
    }),
  );
};
