import { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from './store.ts';

/** Gives a lock back. */
export type Release = () => void;

/**
 * Holds a lock on a database file until released or until the process ends, however it ends: an open transaction
 * in a database beside it, which the operating system unlocks. Others may still read the database itself.
 */
export const lock = (path: string): Release => {
  const held = new DatabaseSync(`${path}-lock`, { timeout: 0 });
  try {
    held.exec('BEGIN EXCLUSIVE');
  } catch {
    held.close();
    throw new StoreUnavailable(`${path} is in use by another process; only one may write to it`);
  }
  return () => held.close();
};
