import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { zip } from '../archives/write-zip.ts';
import { commandInFolder } from '../command.ts';
import { tgz } from '../packages/archive.ts';

const DATABASE = ['--database', 'sqlite:trials.sqlite'];

const { path, start, run } = commandInFolder();

const write = (name: string, bytes: string | Buffer): void => writeFileSync(path(name), bytes);

/** A small record of the registry's API. */
const study = (number: number): string =>
  JSON.stringify({
    protocolSection: {
      identificationModule: {
        nctId: `NCT9${String(number).padStart(7, '0')}`,
        briefTitle: `Trial ${number} of Velmorin`,
      },
      statusModule: { overallStatus: 'COMPLETED', startDateStruct: { date: '2031-08' } },
      conditionsModule: { conditions: ['Hillside Fever'] },
      designModule: { studyType: 'INTERVENTIONAL', phases: ['PHASE2'], enrollmentInfo: { count: number } },
    },
  });

/** The same in the registry's older XML, with what comes before it and its title. */
const olderStudy = (number: number, before = '', title = 'Velmorin'): string =>
  `<?xml version="1.0"?>${before}<clinical_study><id_info><nct_id>NCT9${String(number).padStart(7, '0')}</nct_id></id_info><brief_title>${title}</brief_title></clinical_study>`;

const ENTITIES = `<!DOCTYPE clinical_study [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${'&a;'.repeat(50)}">]>`;
const EXTERNAL = '<!DOCTYPE clinical_study [<!ENTITY x SYSTEM "file:///etc/passwd">]>';

/** Documents, with what is said of those that are no trials. */
const DOCUMENTS: readonly (readonly [name: string, content: string | Buffer, problem?: RegExp])[] = [
  ['1.json', study(1)],
  ['cut.json', study(2).slice(0, 120), /broken JSON.*line 1, column 1\d\d/],
  ['empty.json', '', /empty document/],
  ['types.json', study(3).replace('"phases":["PHASE2"]', '"phases":"PHASE2"'), /phases/],
  [
    'missing.json',
    study(4).replace('identificationModule', 'otherModule'),
    /NCT|nctId|identification|registry record/i,
  ],
  ['entities.xml', olderStudy(5, ENTITIES, '&b;'), /entit/i],
  ['external.xml', olderStudy(6, EXTERNAL, '&x;'), /entit/i],
  ['bytes.json', Buffer.from([0x7b, 0xff, 0x7d]), /not UTF-8/],
  ['list.json', '{"studies":[]}', /list without records/],
  ['again.json', study(1)],
  ['last.xml', olderStudy(7)],
];
const FAILING = DOCUMENTS.filter(([, , problem]) => problem !== undefined);

describe('an archive is loaded, and what fails is told and keeps nothing else from it:', () => {
  test.each([
    ['a.zip', async () => zip(DOCUMENTS.map(([name, content]) => ({ name, content })))],
    ['a.tar.gz', () => tgz(DOCUMENTS.map(([name, content]) => [name, content]))],
  ])(
    '%s',
    async (name, bytes) => {
      write(name, await bytes());
      const { code, out, err } = await run(['load', name, ...DATABASE, '--failures', 'failed.ndjson']);
      expect({ code, out }, err).toEqual({ code: 1, out: '' });
      expect(err).not.toMatch(/\n\s+at |root:/);
      expect(err).toContain(`3 loaded, ${FAILING.length} failed, 1 of the loaded unchanged`);
      const failed = readFileSync(path('failed.ndjson'), 'utf8').trimEnd().split('\n');
      const told = failed.map((line) => JSON.parse(line) as { source: string; outcome: object });
      expect(told.map(({ source }) => source)).toEqual(FAILING.map(([one]) => `${name}:${one}`));
      for (const [index, [one, , problem]] of FAILING.entries()) {
        expect(JSON.stringify(told[index]?.outcome), one).toMatch(problem!);
        expect(err).toMatch(new RegExp(`^ {2}${name}:${one}: (?:error|fatal): `, 'm'));
      }
    },
    60_000,
  );
});

describe('records in a file of several', () => {
  test('are told by line or by number, and map takes them too', async () => {
    write('a.ndjson.gz', gzipSync([study(1), '{"protocolSection":', study(2)].join('\n')));
    write('page.json', `{"studies":[${study(3)},{},${study(4)}]}`);
    const { code, err } = await run(['load', 'a.ndjson.gz', 'page.json', ...DATABASE]);
    expect(code).toBe(1);
    expect(err).toMatch(/^ {2}a\.ndjson\.gz:2: error: .*broken JSON/m);
    expect(err).toMatch(/^\[2\/2\] page\.json#1: NCT90000003: \d+ resources written/m);
    expect(err).toMatch(/^ {2}page\.json#2: error: /m);
    expect(err).toMatch(/^4 loaded, 2 failed/m);

    const mapped = await run(['map', '--ndjson', 'a.ndjson.gz', 'page.json']);
    expect(mapped.code).toBe(1);
    expect(mapped.out.match(/^\{"resourceType":"Bundle"/gm)?.length).toBe(4);
    expect(mapped.err).toMatch(/^a\.ndjson\.gz:2: error: /m);
  }, 60_000);

  test('of FHIR are validated out of archives', async () => {
    const good = '{"resourceType":"Organization","name":"Ward 7"}';
    const bad = '<Organization xmlns="http://hl7.org/fhir"><colour value="red"/></Organization>';
    write(
      'a.zip',
      zip([
        { name: 'good.json', content: good },
        { name: 'bad.xml', content: bad },
      ]),
    );
    const { code, out } = await run(['validate', 'a.zip']);
    expect(code).toBe(1);
    expect(out).toMatch(/^a\.zip:good\.json:1:1: warning: /m);
    expect(out).not.toMatch(/^a\.zip:good\.json.*error/m);
    expect(out).toMatch(/^a\.zip:bad\.xml:1:\d+: error: .*colour/m);
  }, 60_000);
});

describe('loading that is stopped', () => {
  const COUNT = 150;
  const archive = () =>
    gzipSync(
      Array.from({ length: COUNT }, (_, index) => (index === 1 ? '{"x":1}' : study(index))).join('\n'),
    );

  const stopped = async (signal: NodeJS.Signals) => {
    write('a.ndjson.gz', archive());
    const child = start(['load', 'a.ndjson.gz', ...DATABASE]);
    let err = '';
    child.stderr!.on('data', (chunk) => {
      err += String(chunk);
    });
    // Of the second record it is told that it fails: some are loaded.
    while (!err.includes('a.ndjson.gz:2: ')) await once(child.stderr!, 'data');
    child.kill(signal);
    const [code] = (await once(child, 'exit')) as [number | null];
    return { code, err };
  };

  test('goes on where it was told to stop, and still fails for what failed before', async () => {
    const first = await stopped('SIGTERM');
    expect(first.code, first.err).toBe(143);
    expect(first.err).toContain('stopped');
    const { code, err } = await run(['load', 'a.ndjson.gz', ...DATABASE]);
    const [, position] =
      /^\[1\/1\] a\.ndjson\.gz: goes on after (\d+); so far \d+ loaded, 1 failed$/m.exec(err) ?? [];
    expect(Number(position), err).toBeGreaterThanOrEqual(2);
    expect(code).toBe(1);
    expect(err).toContain(`${COUNT - 1} loaded, 1 failed, in`);
    expect(err).not.toContain('a.ndjson.gz:2: ');

    // All of it was loaded: the same again begins anew.
    const third = await run(['load', 'a.ndjson.gz', ...DATABASE]);
    expect(third.err).not.toContain('goes on');
    expect(third.err).toContain(`${COUNT - 1} loaded, 1 failed, ${COUNT - 1} of the loaded unchanged`);
  }, 240_000);

  test('begins anew where the archive is another now', async () => {
    await stopped('SIGTERM');
    write('a.ndjson.gz', gzipSync(study(1)));
    const { code, err } = await run(['load', 'a.ndjson.gz', ...DATABASE]);
    expect({ code, goesOn: err.includes('goes on') }).toEqual({ code: 0, goesOn: false });
  }, 120_000);

  test('loses nothing where it was killed', async () => {
    expect((await stopped('SIGKILL')).code).toBe(null);
    const { err } = await run(['load', 'a.ndjson.gz', ...DATABASE]);
    expect(err).toMatch(new RegExp(`^${COUNT - 1} loaded, 1 failed`, 'm'));
  }, 120_000);
});
