/** A command of the program. */
export interface Command {
  /** What `--help` says. */
  readonly usage: string;
  /** Gives the exit code; 2 is for what cannot be understood. Throws UsageError, and what `parseArgs` throws. */
  run(args: readonly string[]): Promise<number>;
}

/** The command line cannot be understood; the message says why. */
export class UsageError extends Error {}
