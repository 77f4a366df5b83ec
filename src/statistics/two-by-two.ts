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
export const hasZeroCell = (table: TwoByTwo): boolean => cells(table).includes(0);

const plusHalf = ({ events, size }: Counts): Counts => ({ events: events + 0.5, size: size + 1 });

/** Half a person added to each cell (Haldane 1956; Anscombe 1956). */
export const corrected = ({ exposure, reference }: TwoByTwo): TwoByTwo => ({
  exposure: plusHalf(exposure),
  reference: plusHalf(reference),
});

const countsText = ({ events, size }: Counts): string => `${events}/${size}`;

/** `3/11 against 8/24`. */
export const tableText = ({ exposure, reference }: TwoByTwo): string =>
  `${countsText(exposure)} against ${countsText(reference)}`;
