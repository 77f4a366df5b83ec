import { type Logger, pino } from 'pino';

/** The program's log: a line of JSON per event on standard error. */
export const createLog = (): Logger =>
  pino({ name: 'trialbridge' }, pino.destination({ dest: 2, sync: true }));
