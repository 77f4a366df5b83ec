import { collectDefaultMetrics } from 'prom-client';
import type { Metrics } from './metrics.ts';

/** Tells of the process: processor time, memory, collected garbage, delays of the event loop. */
export const tellOfProcess = ({ registry }: Metrics): void => collectDefaultMetrics({ register: registry });
