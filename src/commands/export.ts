import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DEFAULT_DATABASE } from '../config/serve-options.ts';
import { differenceIssue } from '../export/difference.ts';
import { FORMAT_NAMES, FORMATS } from '../export/formats.ts';
import { gatherStudy } from '../export/study.ts';
import { operationOutcome } from '../fhir/issue.ts';
import { pretty } from '../fhir/pretty.ts';
import { studyAsUnit } from '../rest/operation/study.ts';
import { openStore } from '../store/open.ts';
import { type Command, UsageError } from './command.ts';
import { issueLine, say } from './output.ts';

/** Writes a stored study in a form that is not FHIR's. */
export const command: Command = {
  usage: `trialbridge export ID --format ${FORMAT_NAMES.join('|')} [--database URL] [--output FILE] [--report FILE]
  Writes a stored study in that form on standard output or to a file (--database ${DEFAULT_DATABASE}).
  What the form says otherwise than the study's records, or cannot say, is told on standard error, or written
  to the report as an OperationOutcome. Exit code 1 if there is no such study.`,

  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: '' },
        database: { type: 'string', default: DEFAULT_DATABASE },
        output: { type: 'string' },
        report: { type: 'string' },
      },
    });
    const [id, ...others] = positionals;
    if (id === undefined || others.length > 0) throw new UsageError('name one study by its id');
    const format = FORMAT_NAMES.find((one) => one === values.format);
    if (format === undefined)
      throw new UsageError(`--format is one of: ${FORMAT_NAMES.join(', ')}; not “${values.format}”`);
    const store = await openStore(values.database, { referentialIntegrity: true });
    try {
      const version = await store.read('ResearchStudy', id);
      if (version === undefined || version.deleted) {
        say(`ResearchStudy/${id} ${version === undefined ? 'is not stored' : 'was deleted'}`);
        return 1;
      }
      const write = await FORMATS[format].load();
      const { text, differences } = write(await gatherStudy(store, await studyAsUnit(store, version)));
      const issues = differences.map(differenceIssue);
      if (values.output === undefined) process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
      else writeFileSync(values.output, text);
      if (values.report === undefined) for (const issue of issues) say(issueLine(id, issue));
      else writeFileSync(values.report, `${pretty(JSON.stringify(operationOutcome(issues)))}\n`);
      return 0;
    } finally {
      await store.close();
    }
  },
};
