import { parseArgs } from 'node:util';
import { collection } from '../fhir/bundle.ts';
import { CANONICAL } from '../fhir/canonical.ts';
import { isTold } from '../fhir/issue.ts';
import { pretty } from '../fhir/pretty.ts';
import { createMapper, type Mapped } from '../pipeline.ts';
import { createValidator } from '../validation/validate.ts';
import { canonicals } from './canonicals.ts';
import { type Command, UsageError } from './command.ts';
import { readFiles } from './files.ts';
import { issueLine, say } from './output.ts';

/** Writes the trial of each file as a Bundle on standard output; stores nothing. */
export const command: Command = {
  usage: `trialbridge map FILE… [--ndjson]
  Writes a FHIR Bundle for each record of files and archives (.zip, .tar, .tar.gz, .ndjson, .gz) on standard output,
  with --ndjson on a line each. Exit code 1 if there is something that holds no trial that can be read.`,

  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ndjson: { type: 'boolean', default: false } },
    });
    if (positionals.length === 0) throw new UsageError('name at least one file');
    const map = createMapper(createValidator({ ...canonicals(), ownsReferences: true }));
    let code = 0;
    const write = (source: string, mapped: Mapped): void => {
      for (const issue of mapped.issues.filter(({ severity }) => severity !== 'information'))
        say(issueLine(source, issue));
      if (mapped.kind === 'refused') {
        code = 1;
        return;
      }
      const bundle = collection(
        mapped.resources.map(({ text, value }) => ({
          fullUrl: `${CANONICAL}/${value.resourceType}/${value.id}`,
          text,
        })),
        mapped.issues.filter(isTold),
      );
      process.stdout.write(`${values.ndjson ? bundle : pretty(bundle)}\n`);
    };
    for (const path of positionals)
      for await (const file of readFiles(path))
        if ('bytes' in file) for (const mapped of map(file.bytes)) write(file.path, mapped);
        else {
          say(`${file.path}: ${file.problem}`);
          code = 1;
        }
    return code;
  },
};
