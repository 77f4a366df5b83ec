import { writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { commandInFolder } from '../command.ts';

const DATABASE = ['--database', 'sqlite:trials.sqlite'];

const { path, run } = commandInFolder();

const study = JSON.stringify({
  protocolSection: {
    identificationModule: { nctId: 'NCT90000001', briefTitle: 'A Trial of Velmorin' },
    statusModule: { overallStatus: 'COMPLETED' },
    designModule: { studyType: 'INTERVENTIONAL' },
  },
});

test('an audit tells each disagreement of index and resources, and ends with 1 if there is one', async () => {
  writeFileSync(path('study.json'), study);
  expect((await run(['load', 'study.json', ...DATABASE])).code).toBe(0);

  const sound = await run(['audit', ...DATABASE]);
  expect(sound).toMatchObject({ code: 0, out: '' });
  expect(sound.err).toMatch(/^[1-9]\d* resources, 0 disagreements$/m);

  const database = new DatabaseSync(path('trials.sqlite'));
  database.exec("DELETE FROM string WHERE exact = 'A Trial of Velmorin'");
  database.close();
  const unsound = await run(['audit', ...DATABASE]);
  expect(unsound.code).toBe(1);
  expect(unsound.out).toMatch(
    /^ResearchStudy\/\S+\/_history\/1: not in the index: string .*A Trial of Velmorin/m,
  );
  expect(unsound.err).not.toMatch(/ 0 disagreements/);

  expect((await run(['audit', 'more', ...DATABASE])).code).toBe(2);
}, 60_000);
