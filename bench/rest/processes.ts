import { readdirSync, readFileSync } from 'node:fs';

/** How many parts of a second the kernel counts in: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
const TICKS = 100;

/** The fields of a process's `stat` from its state on, which is the third; its name may hold spaces. */
const fields = (pid: number): readonly string[] | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    // It has ended.
    return undefined;
  }
};

const allProcesses = (): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

/** These processes and all that they began. */
const tree = (roots: readonly number[]): readonly number[] => {
  const children = Map.groupBy(allProcesses(), (pid) => Number(fields(pid)?.[1] ?? 0));
  const below = (pid: number): readonly number[] => [pid, ...(children.get(pid) ?? []).flatMap(below)];
  return roots.flatMap(below);
};

/** The processor time in seconds that processes have taken, with all that they began, also what has ended since. */
export const processorTime = (roots: readonly number[]): number =>
  tree(roots).reduce((sum, pid) => {
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = (fields(pid)?.slice(11, 15) ?? []).map(
      Number,
    );
    return sum + (user + system + endedUser + endedSystem) / TICKS;
  }, 0);

/** The most memory in bytes that processes had, each for itself: https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
export const peakMemory = (roots: readonly number[]): number =>
  tree(roots).reduce((sum, pid) => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      return sum + Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
    } catch {
      return sum;
    }
  }, 0);

/** The memory in bytes that processes have now, with all that they began; what they share counts once. */
export const memory = (roots: readonly number[]): number =>
  tree(roots).reduce((sum, pid) => {
    try {
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
      return sum + Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024;
    } catch {
      return sum;
    }
  }, 0);
