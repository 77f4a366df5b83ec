import { Gauge, Histogram, Registry } from 'prom-client';

/** From half a millisecond to ten seconds. */
const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What a process counts and times: https://prometheus.io/docs/practices/naming/ */
export interface Metrics {
  readonly registry: Registry;
  /** Times what is done; the labels tell what it was and came to. */
  readonly timed: (name: string, help: string, labelNames: readonly string[]) => Histogram;
  /** Tells how much there is of something whenever it is asked. */
  readonly gauge: (name: string, help: string, read: () => number) => void;
}

/** The metrics of a process, of which there are none yet. */
export const createMetrics = (): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    timed: (name, help, labelNames) =>
      new Histogram({ name, help, labelNames: [...labelNames], buckets: SECONDS, registers }),
    gauge: (name, help, read) => {
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(read());
        },
      });
    },
  };
};
