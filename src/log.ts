import { type Logger, pino } from 'pino';

/** How soon what is logged is written, in milliseconds, and in bytes. */
const SOON = { periodicFlush: 100, minLength: 4096 };

/** The program's log: a line of JSON per event, from this level on, on standard error. */
export const createLog = (level: string): Logger =>
  pino({ name: 'trialbridge', level }, pino.destination({ dest: 2, sync: true, ...SOON }));
