import { type Command, UsageError } from './commands/command.ts';
import { say } from './commands/output.ts';
import { StoreUnavailable } from './store/store.ts';

const COMMANDS: Record<string, () => Promise<Command>> = {
  map: () => import('./commands/map.ts').then(({ command }) => command),
  validate: () => import('./commands/validate.ts').then(({ command }) => command),
  check: () => import('./commands/check.ts').then(({ command }) => command),
  export: () => import('./commands/export.ts').then(({ command }) => command),
  load: () => import('./commands/load.ts').then(({ command }) => command),
  backup: () => import('./commands/backup.ts').then(({ command }) => command),
  restore: () => import('./commands/restore.ts').then(({ command }) => command),
  audit: () => import('./commands/audit.ts').then(({ command }) => command),
  serve: () => import('./commands/serve.ts').then(({ command }) => command),
};

const help = async (): Promise<string> => {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  return ['Usage:', ...commands.map(({ usage }) => usage)].join('\n\n');
};

const isUsageError = (error: unknown): error is Error =>
  error instanceof UsageError ||
  (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_'));

/** What the operating system refuses (a port in use, say) is told in its own words, without a stack. */
const isRefusal = (error: unknown): error is Error =>
  error instanceof StoreUnavailable || (error instanceof Error && 'syscall' in error);

const run = async ([name = '--help', ...args]: readonly string[]): Promise<number> => {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    const text = await help();
    if (name === '--help' || name === '-h' || name === 'help') {
      process.stdout.write(`${text}\n`);
      return 0;
    }
    say(`“${name}” is not a command\n\n${text}`);
    return 2;
  }
  const command = await load();
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`Usage:\n\n${command.usage}\n`);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    if (isUsageError(error)) {
      say(`${error.message}\n\nUsage:\n\n${command.usage}`);
      return 2;
    }
    if (!isRefusal(error)) throw error;
    say(error.message);
    return 1;
  }
};

// A reader that has had enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await run(process.argv.slice(2));
