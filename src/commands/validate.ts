import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { type Issue, isError, operationOutcome } from '../fhir/issue.ts';
import { findInPackages } from '../packages/package.ts';
import { numberIssues } from '../statistics/number-issues.ts';
import { createValidator, type Validate } from '../validation/validate.ts';
import { canonicals } from './canonicals.ts';
import { type Command, UsageError } from './command.ts';
import { type FileRead, listFiles, readFiles } from './files.ts';
import { issueLine, say } from './output.ts';
import { readPackages } from './packages.ts';
import { type Reading, readResource } from './read-resource.ts';

interface Result {
  /** `path`, or `path:line` where a file has a resource on each line. */
  readonly source: string;
  readonly issues: readonly Issue[];
}

/** A text and where it stands. */
interface Source {
  readonly source: string;
  readonly text: string;
}

const FORMATS = {
  text: ({ source, issues }: Result): string =>
    issues.length === 0 ? `${source}: no issues` : issues.map((issue) => issueLine(source, issue)).join('\n'),
  ndjson: ({ source, issues }: Result): string =>
    JSON.stringify({ source, outcome: operationOutcome(issues) }),
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Whether text holds a resource a line, and more than one: the first line is JSON by itself. */
const hasLines = (text: string): boolean => {
  const [first = '', ...more] = text.split('\n').filter((line) => line.trim() !== '');
  return more.length > 0 && isJson(first);
};

const sources = (path: string, text: string): readonly Source[] => {
  if (path !== '-' || !hasLines(text)) return [{ source: path, text }];
  return text
    .split('\n')
    .map((line, index) => ({ source: `${path}:${index + 1}`, text: line }))
    .filter((one) => one.text.trim() !== '');
};

const problem = (source: string, text: string): Result => ({
  source,
  issues: [{ severity: 'fatal', code: 'structure', text }],
});

/** Issues at their places in the file, instead of those in the JSON that was made of it. */
const placed = (issues: readonly Issue[], positions: NonNullable<Reading['positions']>): readonly Issue[] => {
  const places = positions(issues.flatMap(({ expression }) => expression ?? []));
  return issues.map(({ line: _, column: __, ...issue }) => ({
    ...issue,
    ...places.get(issue.expression ?? ''),
  }));
};

const validateFile = (file: FileRead, validate: Validate, profiles: readonly string[]): readonly Result[] => {
  if ('problem' in file) return [problem(file.path, file.problem)];
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
  } catch {
    return [problem(file.path, 'it is not UTF-8')];
  }
  return sources(file.path, text).map(({ source, text: one }) => {
    const { content, issues, positions } = readResource(file.path, one);
    if (content === undefined) return { source, issues };
    const found = [...validate(content, profiles), ...numberIssues(content)];
    return { source, issues: [...issues, ...(positions ? placed(found, positions) : found)] };
  });
};

/** Validates resources in files. */
export const command: Command = {
  usage: `trialbridge validate PATH… [--profile URL…] [--package FILE…]
                     [--unknown-extensions allow|refuse] [--format text|json|ndjson]
  Validates the resources in files, in folders (*.json, *.ndjson, *.xml, *.fml, *.map), in archives (.zip,
  .tar, .tar.gz, .ndjson, .gz) or on standard input (-).
  --package is a FHIR package (.tgz) whose profiles and terminology are to be known. An extension that nothing defines
  is told as information, or as an error; one of HL7's own namespace is an error always.
  Exit code 1 if anything has an error.`,

  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        profile: { type: 'string', multiple: true, default: [] },
        package: { type: 'string', multiple: true, default: [] },
        'unknown-extensions': { type: 'string', default: 'allow' },
        format: { type: 'string', default: 'text' },
      },
    });
    const { format, profile } = values;
    if (format !== 'text' && format !== 'json' && format !== 'ndjson')
      throw new UsageError(`--format ${format} is not one of: text, json, ndjson`);
    const unknown = values['unknown-extensions'];
    if (unknown !== 'allow' && unknown !== 'refuse')
      throw new UsageError(`--unknown-extensions is allow or refuse, not ${unknown}`);
    if (positionals.length === 0) throw new UsageError('name at least one file or folder, or -');

    const validate = createValidator({
      ...canonicals([], findInPackages(await readPackages(values.package))),
      refusesUnknownExtensions: unknown === 'refuse',
    });
    const paths = await listFiles(positionals, (name) => /\.(?:json|ndjson|xml|fml|map)$/.test(name));
    const all: Result[] = [];
    for (const path of paths) {
      const files = path === '-' ? [{ path, bytes: await buffer(process.stdin) }] : readFiles(path);
      for await (const file of files)
        for (const result of validateFile(file, validate, profile)) {
          all.push(result);
          if (format !== 'json') process.stdout.write(`${FORMATS[format](result)}\n`);
        }
    }
    if (format === 'json') {
      const outcomes = all.map(({ source, issues }) => ({ source, outcome: operationOutcome(issues) }));
      process.stdout.write(`${JSON.stringify(outcomes, null, 2)}\n`);
    }
    const issues = all.flatMap((one) => one.issues);
    const errors = issues.filter(isError).length;
    const warnings = issues.filter(({ severity }) => severity === 'warning').length;
    say(`${all.length} resources, ${errors} errors, ${warnings} warnings`);
    return errors > 0 ? 1 : 0;
  },
};
