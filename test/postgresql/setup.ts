import type { TestProject } from 'vitest/node';
import { startPostgresql } from './server.ts';

/** Starts the server for all test files and stops it after them. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const { url, stop } = await startPostgresql();
  project.provide('postgresql', url);
  return stop;
};
