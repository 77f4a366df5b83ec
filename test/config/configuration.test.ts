import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { configuration } from '../../src/config/configuration.ts';
import { SERVE_OPTIONS } from '../../src/config/serve-options.ts';
import { commandInFolder } from '../command.ts';

const { path, run } = commandInFolder();

const inFile = (content: unknown): string => {
  const file = path('settings.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};

const configured = (args: readonly string[], environment: Record<string, string> = {}) => {
  const found = configuration(SERVE_OPTIONS, args, environment);
  if (typeof found === 'string') throw new Error(found);
  return found;
};

const problem = (args: readonly string[], environment: Record<string, string> = {}) =>
  configuration(SERVE_OPTIONS, args, environment);

describe('what is set', () => {
  test('is the default where nobody says otherwise', () => {
    const { settings, called } = configured([], { PATH: '/bin', HOME: '/' });
    expect(settings).toMatchObject({ port: 8080, audit: false, package: [], 'conditional-delete': 'single' });
    expect(settings.issuer).toBeUndefined();
    expect(called('port')).toBe('--port');
  });

  test('is what a flag says, else the environment, else the file', () => {
    const file = inFile({
      port: 1,
      host: '::1',
      audit: true,
      'max-entries': 7,
      'cors-origin': ['https://a.example'],
    });
    const environment = { TRIALBRIDGE_PORT: '2', TRIALBRIDGE_HOST: 'localhost', TRIALBRIDGE_CONFIG: file };
    const { settings, called } = configured(['--port', '3', '--no-audit'], environment);
    expect(settings).toMatchObject({ port: 3, host: 'localhost', audit: false, 'max-entries': 7 });
    expect(settings['cors-origin']).toEqual(['https://a.example']);
    expect((['port', 'host', 'max-entries', 'database'] as const).map(called)).toEqual([
      '--port',
      'TRIALBRIDGE_HOST',
      `max-entries in ${file}`,
      '--database',
    ]);
    expect(configured(['--config', file], { TRIALBRIDGE_CONFIG: 'none.json' }).settings.port).toBe(1);
  });

  test('takes several values from each place, of which one replaces another', () => {
    const file = inFile({ load: ['a'] });
    const environment = { TRIALBRIDGE_LOAD: 'b,c', TRIALBRIDGE_AUDIT: 'true' };
    expect(configured(['--config', file], environment).settings).toMatchObject({
      load: ['b', 'c'],
      audit: true,
    });
    expect(configured(['--load', 'd', '--load', 'e'], environment).settings.load).toEqual(['d', 'e']);
  });

  test('is nothing where a variable is empty', () => {
    expect(
      configured([], { TRIALBRIDGE_ISSUER: '', TRIALBRIDGE_CONFIG: '' }).settings.issuer,
    ).toBeUndefined();
  });
});

describe('what Kubernetes tells of Services', () => {
  test.each([
    { TRIALBRIDGE_SERVICE_HOST: '10.0.0.11', TRIALBRIDGE_SERVICE_PORT: '8080' },
    { TRIALBRIDGE_SERVICE_PORT_HTTP: '8080', TRIALBRIDGE_PORT: 'tcp://10.0.0.11:8080' },
    { TRIALBRIDGE_PORT_8080_TCP: 'tcp://10.0.0.11:8080', TRIALBRIDGE_PORT_8080_TCP_PROTO: 'tcp' },
    { TRIALBRIDGE_PORT_8080_TCP_PORT: '8080', TRIALBRIDGE_PORT_8080_TCP_ADDR: '10.0.0.11' },
    { TRIALBRIDGE_DATABASE_SERVICE_HOST: '10.0.0.12', TRIALBRIDGE_DATABASE_PORT: 'tcp://10.0.0.12:5432' },
    { TRIALBRIDGE_PORT: 'udp://10.0.0.11:8080', TRIALBRIDGE_PORT_8080_UDP: 'udp://10.0.0.11:8080' },
  ])('is no setting: %j', (environment) => {
    expect(configured([], environment).settings).toEqual(configured([]).settings);
  });

  test.each([
    [{ TRIALBRIDGE_PORT: 'http://10.0.0.11:8080' }, 'TRIALBRIDGE_PORT must be a whole number'],
    [{ TRIALBRIDGE_HOST_SERVICE: '10.0.0.11' }, 'TRIALBRIDGE_HOST_SERVICE is not known'],
    [{ TRIALBRIDGE_PORT_HTTP: '8080' }, 'TRIALBRIDGE_PORT_HTTP is not known'],
    [{ TRIALBRIDGE_PORTS: 'tcp://10.0.0.11:8080' }, 'TRIALBRIDGE_PORTS is not known'],
  ])('is not what looks a little like it: %j', (environment, said) => {
    expect(problem([], environment)).toContain(said);
  });
});

describe('what is wrong is said with the place it comes from', () => {
  test.each([
    ['--port', 'http', '--port must be a whole number from 0 to 65535, not http'],
    ['--port', '65536', '--port must be a whole number from 0 to 65535, not 65536'],
    ['--port', '80.5', '--port must be a whole number from 0 to 65535, not 80.5'],
    [
      '--base-url',
      'https://a.example/?b',
      '--base-url must be an http or https address without query, not https://a.example/?b',
    ],
    [
      '--trusted-proxy',
      '10.0.0.0/33',
      '--trusted-proxy must be an address, or a network like 10.0.0.0/8, not 10.0.0.0/33',
    ],
    [
      '--cors-origin',
      'https://a.example/',
      '--cors-origin must be an origin like https://app.example, not https://a.example/',
    ],
    ['--conditional-delete', 'all', '--conditional-delete must be single or multiple, not all'],
    ['--issuer', 'http://id.example', '--issuer must be an https address, not http://id.example'],
  ])('flag %s %s', (flag, value, said) => {
    expect(problem([flag, value])).toBe(said);
  });

  test('every one of them, in every place', () => {
    const file = inFile({ port: '80', ports: 1, 'rate-limit': 0, load: 'a', package: [1] });
    expect(problem(['--config', file], { TRIALBRIDGE_AUDIT: 'yes', TRIALBRIDGE_DATABSE: 'x' })).toBe(
      [
        'TRIALBRIDGE_DATABSE is not known',
        'TRIALBRIDGE_AUDIT must be true or false, not yes',
        `ports in ${file} is not known`,
        `port in ${file} must be a whole number from 0 to 65535, not 80`,
        `rate-limit in ${file} must be a whole number from 1 to 9999999, not 0`,
        `package in ${file} must be text, not 1`,
        `load in ${file} must be a list of texts, not a`,
      ].join('\n'),
    );
  });

  test.each([
    ['{"port":', 'is not JSON'],
    ['[1]', 'is no JSON object'],
    ['null', 'is no JSON object'],
  ])('a file with %s', (content, said) => {
    expect(problem(['--config', inFile(content)])).toContain(said);
  });

  test('a flag that is not known, or a file that is not there', async () => {
    expect(() => problem(['--prot', '1'])).toThrow("Unknown option '--prot'");
    const { code, out, err } = await run(['serve', '--config', 'none.json']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/no such file.*none\.json/);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test('settings that contradict each other', async () => {
    inFile({ issuer: 'https://id.example', 'development-auth': true });
    const { code, err } = await run(['serve', '--config', 'settings.json']);
    expect(code).toBe(2);
    expect(err).toContain('either issuer in settings.json or development-auth in settings.json, not both');
  });
});

describe('--print-config', () => {
  test('prints what can be given as a file again, and serves nothing', async () => {
    const args = ['--port', '0', '--load', 'none', '--cors-origin', 'https://a.example', '--audit'];
    const printed = await run(['serve', '--print-config', ...args]);
    expect(printed).toMatchObject({ code: 0, err: '' });
    const settings = JSON.parse(printed.out);
    expect(settings).toMatchObject({ port: 0, audit: true, load: ['none'], 'body-limit': 16 });
    writeFileSync(path('printed.json'), printed.out);
    const again = await run(['serve', '--config', 'printed.json', '--print-config']);
    expect(again).toEqual(printed);
  });

  test.each([
    ['postgresql://me:s3cret@a.example/trials'],
    ['postgresql://me:s3@cret@a.example:1,b.example:2/trials?target_session_attrs=prefer-standby'],
    ['postgresql://a.example/trials?user=me&password=s3cret&sslpassword=s3cret'],
  ])('tells no password: %s', async (database) => {
    const { out } = await run(['serve', '--print-config', '--database', database]);
    expect(JSON.parse(out).database).toContain('***');
    expect(JSON.parse(out).database).toContain('a.example');
    expect(out).not.toMatch(/s3|cret/);
  });
});

test('each option is in the usage of serve, with its default', async () => {
  const { out } = await run(['serve', '--help']);
  for (const name of Object.keys(SERVE_OPTIONS)) expect(out).toContain(`\n  --${name} `);
  expect(out).toMatch(/--port NUMBER .*\(8080\)/);
  expect(out).toMatch(/--conditional-delete single\|multiple .*\(single\)/);
  for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
});
