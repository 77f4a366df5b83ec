/** Tells who asks too often. */
export interface Polls {
  /** Whether what this id stands for may be asked for once more now. */
  readonly isInTime: (id: string) => boolean;
}

/** So often something may be asked for in so many milliseconds. */
const MOST = 5;
const WINDOW = 1000;

/** Counts how often is asked for what, as long as it is asked for. */
export const createPolls = (now: () => number): Polls => {
  let begun = now();
  let asked = new Map<string, number>();
  return {
    isInTime: (id) => {
      if (now() - begun >= WINDOW) [begun, asked] = [now(), new Map()];
      const times = (asked.get(id) ?? 0) + 1;
      asked.set(id, times);
      return times <= MOST;
    },
  };
};
