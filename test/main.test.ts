import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import type { Bundle } from 'fhir/r5.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { commandInFolder, MAIN } from './command.ts';
import { manifest, resource, writePackage } from './packages/archive.ts';
import { abstractPage, recipe } from './rest/documents.ts';
import { API_STUDY } from './sources/clinicaltrials-gov/studies.ts';

const TIMEOUT = 60_000;

const { path, start, run } = commandInFolder();

beforeEach(() => {
  mkdirSync(path('documents/more'), { recursive: true });
  writeFileSync(path('documents/a.txt'), abstractPage());
  writeFileSync(path('documents/more/b.html'), abstractPage({ number: 'NCT99999902', ratio: '0.50' }));
  writeFileSync(path('recipe.txt'), recipe);
  writeFileSync(path('good.json'), '{"resourceType":"Organization","name":"Ward 7"}');
  writeFileSync(path('bad.json'), '{"resourceType":"Organization","name":"Ward 7",\n "colour":"red"}');
});

test('is a program of its own', () => {
  expect(statSync(MAIN).mode & 0o111).toBe(0o111);
});

test(
  'loads what strips types from TypeScript only until all has been compiled once',
  async () => {
    const said = "process.on('exit', () => process.stdout.write(process.moduleLoadList.join('\\n')))";
    const environment = { ...process.env, NODE_COMPILE_CACHE: '', NODE_OPTIONS: '' };
    const loaded = async () => {
      const options = ['--import', `data:text/javascript,${encodeURIComponent(said)}`];
      const child = spawn(process.execPath, [...options, MAIN, 'map', '--help'], { env: environment });
      const [out] = await Promise.all([text(child.stdout), once(child, 'exit')]);
      return out;
    };
    await loaded();
    const out = await loaded();
    expect(out).toContain('trialbridge map FILE');
    expect(out).toContain('NativeModule internal/modules/typescript');
    expect(out).not.toContain('amaro');
  },
  TIMEOUT,
);

test.each([
  [['--help'], 0, 'trialbridge map FILE'],
  [['serve', '--help'], 0, '--base-url'],
])(
  '%j tells how it is used',
  async (args, code, said) => {
    expect(await run(args)).toEqual({ code, out: expect.stringContaining(said), err: '' });
  },
  TIMEOUT,
);

test.each([
  [['read']],
  [['map']],
  [['map', '--quickly', 'a.txt']],
  [['validate', '--format', 'xml', 'good.json']],
  [['validate', '--unknown-extensions', 'maybe', 'good.json']],
  [['validate']],
  [['load']],
  [['load', 'a', '--database']],
  [['serve', '--port', 'http']],
  [['serve', '--base-url', 'ftp://x']],
  [['serve', '--trusted-proxy', 'localhost']],
  [['serve', '--conditional-delete', 'all']],
  [['serve', '--referential-integrity', 'maybe']],
  [['serve', '--body-limit', '0']],
  [['serve', '--host', '0.0.0.0']],
  [['serve', '--host', '::']],
  [['serve', '--host', '0.0.0.0', '--development-auth']],
  [['serve', '--development-auth', '--issuer', 'https://id.example']],
  [['serve', '--issuer', 'http://id.example']],
  [['serve', '--issuer', 'http://127.0.0.1:1']],
  [['serve', '--audience', 'https://trials.example/fhir']],
  [['serve', '--cors-origin', '*']],
  [['serve', '--rate-limit', '0']],
  [['serve', '--max-requests', '0']],
  [['serve', '--max-entries', 'many']],
  [['serve', '--query-timeout', '0.5']],
  [['serve', '--max-page', '0']],
  [['serve', '--withhold', 'doi']],
  [['load', 'a', '--withhold', 'doi']],
  [['check']],
  [['check', '--colour', 'good.json']],
  [['export', 'NCT99999901']],
  [['export', '--format', 'ris']],
  [['export', 'NCT99999901', '--format', 'word']],
  [['export', 'NCT99999901', 'NCT99999902', '--format', 'ris']],
  [['serve', 'documents']],
])(
  '%j cannot be understood',
  async (args) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage:');
    expect(err).not.toMatch(/\n\s+at /);
  },
  TIMEOUT,
);

describe('check', () => {
  const evidence = (high: string) =>
    `{"resourceType":"Evidence","title":"Tea","status":"draft","statistic":[{"quantity":{"value":2.50},"attributeEstimate":[{"type":{"coding":[{"code":"C53324"}]},"range":{"low":{"value":1.60},"high":{"value":${high}}}}]}]}`;

  test(
    'tells of each number of the Evidence in a folder, and fails if any is inconsistent',
    async () => {
      writeFileSync(path('documents/wrong.json'), evidence('2.40'));
      writeFileSync(path('documents/more/bad.json'), '{"resourceType":');
      const { code, out, err } = await run(['check', 'documents']);
      expect(code).toBe(1);
      expect(out).toContain(
        'Tea: consistent: bounds-in-order: Evidence.statistic[0].attributeEstimate[0].range: ',
      );
      expect(out).toContain('2.50 is not in the interval 1.60 to 2.40.');
      expect(err).toContain('bad.json');
      expect(err).toContain('1 resources, 2 checks, 1 inconsistent');
    },
    TIMEOUT,
  );

  test(
    'tells of one verdict alone, and succeeds if nothing is inconsistent',
    async () => {
      writeFileSync(path('right.json'), evidence('3.40'));
      const { code, out } = await run(['check', 'right.json', '--verdict', 'inconsistent']);
      expect({ code, out }).toEqual({ code: 0, out: '' });
    },
    TIMEOUT,
  );
});

describe('map', () => {
  test(
    'writes a Bundle per file, every digit as it was written',
    async () => {
      const { code, out } = await run(['map', 'documents/a.txt']);
      expect(code).toBe(0);
      const bundle = JSON.parse(out) as Bundle;
      expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'collection' });
      for (const { fullUrl, resource } of bundle.entry ?? [])
        expect(fullUrl).toBe(`https://w3id.org/trialbridge/fhir/${resource?.resourceType}/${resource?.id}`);
      expect(bundle.entry?.[0]?.resource).toMatchObject({ resourceType: 'ResearchStudy', id: 'NCT99999901' });
      expect(out).toMatch(/"value": 0\.40[,\n]/);
    },
    TIMEOUT,
  );

  test(
    'reads registry records, each value as it was written',
    async () => {
      writeFileSync(path('record.json'), JSON.stringify(API_STUDY));
      const { code, out } = await run(['map', 'record.json']);
      expect(code).toBe(0);
      const types = (JSON.parse(out) as Bundle).entry?.map(({ resource }) => resource?.resourceType);
      expect(types).toEqual(expect.arrayContaining(['ResearchStudy', 'Location', 'Evidence']));
      expect(out).toMatch(/"value": 44\.10[,\n]/);
    },
    TIMEOUT,
  );

  test(
    'writes a line each with --ndjson, goes on after a file that holds no trial, and says so',
    async () => {
      const files = ['documents/a.txt', 'recipe.txt', 'none.txt', 'documents/more/b.html'];
      const { code, out, err } = await run(['map', '--ndjson', ...files]);
      expect(code).toBe(1);
      const lines = out.trimEnd().split('\n');
      expect(lines.map((line) => JSON.parse(line).entry[0].resource.id)).toEqual([
        'NCT99999901',
        'NCT99999902',
      ]);
      expect(lines[1]).toContain('"value":0.50');
      expect(err).toMatch(/^recipe\.txt.*error/m);
      expect(err).toMatch(/^none\.txt.*no such file/m);
    },
    TIMEOUT,
  );
});

describe('validate', () => {
  test(
    'says where what is wrong stands, and fails',
    async () => {
      const { code, out, err } = await run(['validate', 'good.json', 'bad.json']);
      expect(code).toBe(1);
      expect(out).toMatch(/^bad\.json:2:\d+: error: .*colour/m);
      expect(out).not.toMatch(/^good\.json.*error/m);
      expect(err).toMatch(/^2 resources, 1 errors/m);
    },
    TIMEOUT,
  );

  test(
    'reads XML and maps, and says where in them what is wrong stands',
    async () => {
      const xml =
        '<Organization xmlns="http://hl7.org/fhir">\n  <active value="no"/>\n  <name value="Ward 7"/>\n</Organization>';
      const map =
        'map "https://example.com/StructureMap/m" = "M"\ngroup G(source s : Patient) { s.none -> ; }';
      writeFileSync(path('wrong.xml'), xml);
      writeFileSync(path('right.xml'), xml.replace('"no"', '"true"'));
      writeFileSync(path('wrong.fml'), map);
      writeFileSync(path('path.fml'), map.replace(' -> ', ''));
      const { code, out } = await run(['validate', 'right.xml', 'wrong.xml', 'wrong.fml', 'path.fml']);
      expect(code).toBe(1);
      expect(out).not.toMatch(/^right\.xml.*error/m);
      expect(out).toMatch(/^wrong\.xml:2:\d+: error: .*boolean/m);
      expect(out).toMatch(/^wrong\.fml:2:\d+: fatal: .*Mapping Language/m);
      expect(out).toMatch(/^path\.fml.*error: .*s\.none/m);
    },
    TIMEOUT,
  );

  test(
    'reads folders, lines and standard input',
    async () => {
      const good = '{"resourceType":"Organization","name":"Ward 7"}';
      writeFileSync(path('documents/more/all.ndjson'), `${good}\n\n{"resourceType":"Organization"\n`);
      const found = await run(['validate', '--format', 'ndjson', 'documents', '-'], `${good}\n${good}\n`);
      expect(found.code).toBe(1);
      const lines = found.out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines.map(({ source }) => source)).toEqual([
        'documents/more/all.ndjson:1',
        'documents/more/all.ndjson:3',
        '-:1',
        '-:2',
      ]);
      expect(lines.map(({ outcome }) => outcome.issue[0].severity === 'fatal')).toEqual([
        false,
        true,
        false,
        false,
      ]);
    },
    TIMEOUT,
  );

  test(
    'checks a profile that is named, and a Bundle as a whole',
    async () => {
      const bundle =
        '{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"urn:uuid:0c3201bd-1cbf-4d64-b04d-cd9187a4c6e0","resource":{"resourceType":"Organization","colour":"red"}}]}';
      const whole = await run(['validate', '--format', 'json', '-'], bundle);
      expect(whole.code).toBe(1);
      expect(JSON.parse(whole.out)).toMatchObject([{ source: '-' }]);
      expect(whole.out).toContain('Bundle.entry[0].resource');
      const profile = await run(['validate', 'good.json', '--profile', 'urn:none']);
      expect(profile.code).toBe(1);
      expect(profile.out).toContain('urn:none');
    },
    TIMEOUT,
  );

  test(
    'fails on what it cannot read',
    async () => {
      writeFileSync(path('latin.json'), Buffer.from([0x7b, 0xe4, 0x7d]));
      const { code, out } = await run(['validate', 'none.json', 'latin.json']);
      expect(code).toBe(1);
      expect(out).toMatch(/none\.json.*no such file/);
      expect(out).toMatch(/latin\.json.*UTF-8/);
    },
    TIMEOUT,
  );

  test(
    'finds no error in what map writes',
    async () => {
      const { out } = await run(['map', '--ndjson', 'documents/a.txt']);
      const { code, out: said } = await run(['validate', '-'], out);
      expect(code, said).toBe(0);
    },
    TIMEOUT,
  );
});

describe('load', () => {
  test(
    'goes on after what fails, and loading again changes nothing',
    async () => {
      const first = await run(['load', 'documents', 'recipe.txt', '--database', 'sqlite:trials.sqlite']);
      expect(first.code).toBe(1);
      expect(first.err).toMatch(/^\[1\/3\] documents\/a\.txt: NCT99999901: \d+ resources written/m);
      expect(first.err).toMatch(/^\[2\/3\] .*NCT99999902: \d+ resources written/m);
      expect(first.err).toMatch(/^\[3\/3\] recipe\.txt: not loaded/m);
      expect(first.err).toContain('2 loaded, 1 failed');

      const again = await run(['load', 'documents', '--database', 'sqlite:trials.sqlite']);
      expect(again.code, again.err).toBe(0);
      expect(again.err.match(/: unchanged/g)?.length).toBe(2);
      expect(again.err).not.toContain('written');
    },
    TIMEOUT,
  );

  test(
    'refuses a database it cannot use',
    async () => {
      for (const url of ['postgres:x', 'sqlite:none/x.sqlite', 'sqlite:recipe.txt']) {
        const { code, err } = await run(['load', 'documents', '--database', url]);
        expect(code, err).toBe(1);
        expect(err).not.toMatch(/\n\s+at /);
      }
    },
    TIMEOUT,
  );
});

describe('a package', () => {
  const url = 'https://example.com/fhir/StructureDefinition/ward';
  const profile = {
    resourceType: 'StructureDefinition',
    id: 'ward',
    url,
    name: 'Ward',
    status: 'active',
    kind: 'resource',
    abstract: false,
    type: 'Organization',
    baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Organization',
    derivation: 'constraint',
    differential: {
      element: [{ id: 'Organization.alias', path: 'Organization.alias', min: 1 }],
    },
  };

  test(
    'has its profiles known to validate',
    async () => {
      await writePackage(path('a.tgz'), [manifest(), resource(profile)]);
      const without = await run(['validate', 'good.json', '--profile', url]);
      expect(without).toMatchObject({ code: 1, out: expect.stringContaining('profile-unknown') });
      const found = await run(['validate', 'good.json', '--profile', url, '--package', 'a.tgz']);
      expect(found).toMatchObject({ code: 1, out: expect.stringContaining('alias: at least 1 required') });
      expect(found.out).not.toContain('profile-unknown');
    },
    TIMEOUT,
  );

  test.each(['validate', 'serve'])(
    'that is broken ends %s with what is wrong',
    async (command) => {
      await writePackage(path('a.tgz'), [['package/a.json', '{}']]);
      const files = command === 'validate' ? ['good.json'] : [];
      const broken = await run([command, ...files, '--package', 'a.tgz']);
      expect(broken).toMatchObject({ code: 2, out: '' });
      expect(broken.err).toContain('a.tgz cannot be read as a FHIR package: it has no package/package.json');
      const missing = await run([command, ...files, '--package', 'none.tgz']);
      expect(missing).toMatchObject({ code: 1, out: '' });
      expect(missing.err).toContain('none.tgz');
      expect(missing.err).not.toContain('    at ');
    },
    TIMEOUT,
  );
});

describe('serve', () => {
  const serve = async (...args: string[]) => {
    const child = start(['serve', '--port', '0', ...args]);
    for await (const chunk of child.stdout!) {
      const address = /http:\/\/\S+/.exec(String(chunk))?.[0];
      if (address !== undefined) return { child, address };
    }
    throw new Error(await text(child.stderr!));
  };

  const stop = async (child: ChildProcess, signal: NodeJS.Signals) => {
    child.kill(signal);
    return ((await once(child, 'exit')) as [number | null])[0];
  };

  test(
    'knows what packages define',
    async () => {
      const url = 'https://example.com/fhir/ValueSet/kinds';
      const kinds = {
        resourceType: 'ValueSet',
        id: 'kinds',
        url,
        status: 'active',
        compose: { include: [{ system: 'https://example.com/fhir/kinds', concept: [{ code: 'ward' }] }] },
      };
      await writePackage(path('a.tgz'), [manifest(), resource(kinds)]);
      const { child, address } = await serve('--database', 'sqlite::memory:', '--package', 'a.tgz');
      const answer = await fetch(`${address}/fhir/ValueSet/$expand?url=${encodeURIComponent(url)}`);
      expect(await answer.json()).toMatchObject({ expansion: { contains: [{ code: 'ward' }] } });
      expect(await stop(child, 'SIGTERM')).toBe(0);
    },
    TIMEOUT,
  );

  test(
    'serves what it loaded at the address it prints, and stops when told, keeping it',
    async () => {
      const database = ['--database', 'sqlite:served.sqlite'];
      const first = await serve(...database, '--load', 'documents');
      const study = await fetch(`${first.address}/fhir/ResearchStudy/NCT99999902`);
      expect(study.status).toBe(200);
      const found = (await (await fetch(`${first.address}/fhir/ResearchStudy`)).json()) as Bundle;
      expect(found.entry?.[0]?.fullUrl).toBe(`${first.address}/fhir/ResearchStudy/NCT99999901`);

      const second = await run(['load', 'documents', ...database]);
      expect(second).toMatchObject({ code: 1, err: expect.stringContaining('in use by another process') });

      expect(await stop(first.child, 'SIGTERM')).toBe(0);
      const third = await serve(...database);
      expect((await fetch(`${third.address}/fhir/ResearchStudy/NCT99999902`)).status).toBe(200);
      expect(await stop(third.child, 'SIGINT')).toBe(0);
    },
    TIMEOUT,
  );

  test(
    'writes links with the address it is given',
    async () => {
      const given = ['--base-url', 'https://trials.example/r5/', '--database', 'sqlite::memory:'];
      const { address, child } = await serve(...given);
      const found = (await (await fetch(`${address}/fhir/ResearchStudy`)).json()) as Bundle;
      expect(found.link?.[0]?.url).toBe('https://trials.example/r5/fhir/ResearchStudy?_count=50');
      expect(await stop(child, 'SIGTERM')).toBe(0);
    },
    TIMEOUT,
  );

  test(
    'allows what it is told to allow',
    async () => {
      const { address, child } = await serve(
        ...['--database', 'sqlite::memory:', '--referential-integrity', 'off'],
        ...['--conditional-delete', 'multiple', '--body-limit', '1', '--trusted-proxy', '127.0.0.1'],
      );
      const headers = {
        'Content-Type': 'application/fhir+json',
        'X-Forwarded-Host': 'hospital.example',
        'X-Forwarded-Proto': 'https',
      };
      const post = (body: object) =>
        fetch(`${address}/fhir/Device`, { method: 'POST', headers, body: JSON.stringify(body) });
      const device = { resourceType: 'Device', owner: { reference: 'Organization/none' }, lotNumber: 'x' };
      for (const { status, headers: answered } of [await post(device), await post(device)]) {
        expect(status).toBe(201);
        expect(answered.get('location')).toMatch(/^https:\/\/hospital\.example\/fhir\/Device\//);
      }
      expect((await post({ ...device, lotNumber: 'x'.repeat(1024 * 1024) })).status).toBe(413);
      const url = `${address}/fhir/Device?lot-number=x`;
      expect((await fetch(url, { method: 'DELETE' })).status).toBe(204);
      expect(await (await fetch(url)).json()).toMatchObject({ total: 0 });
      expect(await stop(child, 'SIGTERM')).toBe(0);
    },
    TIMEOUT,
  );

  test(
    'says which address it cannot have',
    async () => {
      const { address } = await serve('--database', 'sqlite::memory:');
      const { port } = new URL(address);
      const other = await run(['serve', '--port', port, '--database', 'sqlite::memory:']);
      expect(other).toMatchObject({ code: 1, err: expect.stringContaining(port) });
      expect(other.err).not.toMatch(/\n\s+at /);
    },
    TIMEOUT,
  );
});

test(
  'export writes a stored study and tells what differs; without such a study it fails',
  async () => {
    writeFileSync(path('record.json'), JSON.stringify(API_STUDY));
    expect((await run(['load', 'record.json', '--database', 'sqlite:trials.sqlite'])).code).toBe(0);
    const at = ['--database', 'sqlite:trials.sqlite', '--format', 'clinicaltrials-gov'];
    const { code, out, err } = await run(['export', 'NCT99999901', ...at]);
    expect({ code, err, record: JSON.parse(out) }).toEqual({ code: 0, err: '', record: API_STUDY });
    const files = await run(['export', 'NCT99999901', ...at, '--output', 'o.json', '--report', 'r.json']);
    expect(files).toEqual({ code: 0, out: '', err: '' });
    expect(JSON.parse(readFileSync(path('o.json'), 'utf8'))).toEqual(API_STUDY);
    expect(JSON.parse(readFileSync(path('r.json'), 'utf8')).resourceType).toBe('OperationOutcome');
    const missing = await run(['export', 'NCT99999909', ...at]);
    expect(missing).toEqual({ code: 1, out: '', err: 'ResearchStudy/NCT99999909 is not stored\n' });
  },
  TIMEOUT,
);
