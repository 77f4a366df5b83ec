import { parseArgs } from 'node:util';
import type { Content } from '../fhir/content.ts';
import { checkAll } from '../statistics/check-all.ts';
import { titleOf } from '../statistics/title.ts';
import { type Command, UsageError } from './command.ts';
import { listFiles, readFiles } from './files.ts';
import { issueLine, say } from './output.ts';
import { readResource } from './read-resource.ts';

/** The resources of the files, all of them at hand for each other; what cannot be read is said. */
const resourcesIn = async (paths: readonly string[]): Promise<readonly Content[]> => {
  const found: Content[] = [];
  for (const path of paths)
    for await (const file of readFiles(path)) {
      if ('problem' in file) {
        say(`${file.path}: ${file.problem}`);
        continue;
      }
      const { content, issues } = readResource(file.path, new TextDecoder().decode(file.bytes));
      if (content !== undefined) found.push(content);
      for (const issue of issues) say(issueLine(file.path, issue));
    }
  return found;
};

/** Checks the reported numbers of Evidence in files. */
export const command: Command = {
  usage: `trialbridge check PATH… [--verdict consistent|inconsistent|cannot-be-verified]
  Checks the reported numbers of the Evidence in files, in folders (*.json, *.xml) or in archives, among all that is
  in them: results of the groups, Groups, the study. One line for each number: its verdict, the check, the element
  and the calculation. Exit code 1 if any is inconsistent.`,

  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { verdict: { type: 'string' } },
    });
    if (positionals.length === 0) throw new UsageError('name at least one file or folder');
    const paths = await listFiles(positionals, (name) => /\.(?:json|xml)$/.test(name));
    const checked = checkAll(await resourcesIn(paths));
    const all = checked.flatMap(({ resource, checks }) => checks.map((one) => ({ ...one, resource })));
    for (const { resource, verdict, code, path, text } of all)
      if (values.verdict === undefined || values.verdict === verdict)
        process.stdout.write(`${titleOf(resource)}: ${verdict}: ${code}: ${path}: ${text}\n`);
    const wrong = all.filter(({ verdict }) => verdict === 'inconsistent').length;
    say(`${checked.length} resources, ${all.length} checks, ${wrong} inconsistent`);
    return wrong > 0 ? 1 : 0;
  },
};
