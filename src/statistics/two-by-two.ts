/** How many of a group had the event. With a correction they are no whole numbers. */
export interface Counts {
  readonly events: number;
  readonly size: number;
}

/** Two groups by event or none. */
export interface TwoByTwo {
  readonly exposure: Counts;
  readonly reference: Counts;
}

/** The share of a group that had the event. */
export const risk = ({ events, size }: Counts): number => events / size;

const withoutEvent = ({ events, size }: Counts): number => size - events;

/** The odds of the event in a group. */
export const odds = (counts: Counts): number => counts.events / withoutEvent(counts);

/** The cells of the table: exposure with and without the event, reference with and without. */
export const cells = ({ exposure, reference }: TwoByTwo): readonly [number, number, number, number] => [
  exposure.events,
  withoutEvent(exposure),
  reference.events,
  withoutEvent(reference),
];

/** Whether a cell is empty, so that ratios or their standard errors have no value. */
const hasZeroCell = (table: TwoByTwo): boolean => cells(table).includes(0);

const plus = ({ events, size }: Counts, people: number): Counts => ({
  events: events + people,
  size: size + 2 * people,
});

/** Half a person added to each cell (Haldane 1956; Anscombe 1956; Gart 1966). */
export const plusHalf = ({ exposure, reference }: TwoByTwo): TwoByTwo => ({
  exposure: plus(exposure, 0.5),
  reference: plus(reference, 0.5),
});

/** One person shared among the groups by their sizes: Sweeting, Sutton and Lambert, Statistics in Medicine 2004;23:1351. */
const plusBySize = ({ exposure, reference }: TwoByTwo): TwoByTwo => {
  const all = exposure.size + reference.size;
  return {
    exposure: plus(exposure, exposure.size / all),
    reference: plus(reference, reference.size / all),
  };
};

/** A table as it is computed with. */
export interface Variant {
  readonly table: TwoByTwo;
  /** What was done to it. */
  readonly how: string;
}

/** A table, and where a cell of it is empty, the same with the usual corrections. */
export const variants = (table: TwoByTwo): readonly Variant[] => [
  { table, how: '' },
  ...(hasZeroCell(table)
    ? [
        { table: plusHalf(table), how: ' with half a person added to each cell' },
        { table: plusBySize(table), how: ' with one person added by the sizes of the groups' },
      ]
    : []),
];

const countsText = ({ events, size }: Counts): string => `${events}/${size}`;

/** `3/11 against 8/24`. */
export const tableText = ({ exposure, reference }: TwoByTwo): string =>
  `${countsText(exposure)} against ${countsText(reference)}`;
