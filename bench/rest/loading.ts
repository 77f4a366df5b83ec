import { Agent } from 'node:http';
import { loading } from './corpus.ts';
import { answered, type Target } from './load.ts';

export const RESOURCES_OF_A_STUDY = 6;
const STUDIES_AT_ONCE = 10;
const LOADERS = 4;

/** Stores the studies of the corpus from one on up to another by transactions. */
export const load = async ({ base }: Target, from: number, to: number): Promise<void> => {
  const agent = new Agent({ keepAlive: true, maxSockets: LOADERS });
  let next = from;
  const loader = async (): Promise<void> => {
    while (next < to) {
      const first = next;
      next = Math.min(to, next + STUDIES_AT_ONCE);
      const some = Array.from({ length: next - first }, (_, at) => first + at);
      const body = JSON.stringify(loading(some));
      const { status, text } = await answered(agent, base, { method: 'POST', path: '', body });
      if (status !== 200) throw new Error(`a transaction was answered ${status}: ${text.slice(0, 600)}`);
    }
  };
  await Promise.all(Array.from({ length: LOADERS }, loader));
  agent.destroy();
};
