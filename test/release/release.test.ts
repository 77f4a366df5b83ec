import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { releasedChangelog } from '../../release/changelog.ts';
import { isLicensedBy } from '../../release/spdx.ts';
import { isNextVersion } from '../../release/version.ts';
import { ROOT } from '../docs/pages.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string | object): void => {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
};

const run = (script: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'release', script), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
};

describe('a licence expression', () => {
  const allowed = new Set(['MIT', 'ISC', 'Apache-2.0']);
  test.each([
    'MIT',
    '(MIT)',
    'WTFPL OR ISC',
    '(MIT OR GPL-3.0-only)',
    'MIT AND (GPL-2.0-only OR ISC)',
    'GPL-3.0-only OR MIT AND ISC',
  ])('that leaves a choice is allowed: %s', (expression) => {
    expect(isLicensedBy(expression, allowed)).toBe(true);
  });

  test.each([
    '',
    'none',
    'GPL-3.0-only',
    'MIT AND GPL-3.0-only',
    'MIT AND GPL-3.0-only OR BUSL-1.1',
    'MIT WITH some-exception',
    '(MIT',
    'MIT)',
    'MIT ISC',
    'SEE LICENSE IN LICENSE.md',
    'UNLICENSED',
  ])('that leaves none, or is none, is not: %s', (expression) => {
    expect(isLicensedBy(expression, allowed)).toBe(false);
  });
});

describe('the check of licences', () => {
  const lock = (packages: object) => write('package-lock.json', { packages: { '': {}, ...packages } });

  test('lets the packages of this project through', () => {
    const { status, stdout } = spawnSync(process.execPath, ['release/licences.ts'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/^\d{3} packages, 0 with/);
    expect(status).toBe(0);
  });

  test('looks at what is installed, and at the lock for what is not', () => {
    lock({ 'node_modules/a': { license: 'GPL-3.0-only' }, 'node_modules/b': { license: 'ISC' } });
    write('node_modules/a/package.json', { license: 'MIT' });
    expect(run('licences.ts')).toEqual({
      status: 0,
      said: '2 packages, 0 with a licence that is not allowed\n',
    });
  });

  test('refuses others by name, but for development alone', () => {
    lock({
      'node_modules/a': { license: 'GPL-3.0-only', dev: true },
      'node_modules/b/node_modules/@x/c': { license: 'GPL-3.0-only' },
      'node_modules/d': {},
      'node_modules/fhirpath': {},
    });
    write('node_modules/fhirpath/package.json', { license: 'SEE LICENSE in LICENSE.md' });
    write('node_modules/fhirpath/LICENSE.md', 'Other terms than those that were read.');
    const { status, said } = run('licences.ts');
    expect(status).toBe(1);
    expect(said).toContain('@x/c: GPL-3.0-only\n');
    expect(said).toContain('d: none\n');
    expect(said).toContain('fhirpath: SEE LICENSE in LICENSE.md\n');
    expect(said).toContain('3 packages, 3 with');
  });
});

describe('a version', () => {
  test.each(['0.1.1', '0.2.0', '1.0.0'])('%s comes after 0.1.0', (next) => {
    expect(isNextVersion(next, '0.1.0')).toBe(true);
  });

  test.each([
    '0.1.0',
    '0.0.9',
    '0.1.2',
    '0.2.1',
    '0.3.0',
    '1.1.0',
    '2.0.0',
    'v0.2.0',
    '0.2',
    '0.2.0-rc.1',
    '00.2.0',
    '',
  ])('%s does not', (next) => {
    expect(isNextVersion(next, '0.1.0')).toBe(false);
  });
});

describe('the changelog', () => {
  test('has what was not released under the version, and room for what comes', () => {
    expect(releasedChangelog('# Changelog\n\n## Unreleased\n\n- This.\n', '0.2.0', '2031-02-03')).toBe(
      '# Changelog\n\n## Unreleased\n\n## 0.2.0 (2031-02-03)\n\n- This.\n',
    );
  });

  test.each([
    '# Changelog\n',
    '## Unreleased\n\n## 0.1.0\n\n- That.\n',
    '## Unreleased\n- a\n## Unreleased\n- b\n',
  ])('keeps from releasing nothing: %j', (changelog) => {
    expect(() => releasedChangelog(changelog, '0.2.0', '2031-02-03')).toThrow('CHANGELOG.md');
  });

  test('of this project can be released', () => {
    const changelog = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8');
    expect(releasedChangelog(changelog, '9.9.9', '2031-02-03')).toContain('## 9.9.9 (2031-02-03)\n\n- ');
  });
});

describe('a release', () => {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });

  beforeEach(() => {
    git('init', '--quiet', '--initial-branch', 'main');
    write('package.json', { version: '0.1.0' });
    write('CHANGELOG.md', '# Changelog\n\n## Unreleased\n\n- This.\n');
    git('add', '.');
    git('commit', '--quiet', '--message', 'Begin');
  });

  test('that is only tried says what would be done, and does nothing', () => {
    const before = git('log', '--all', '--format=%H %D');
    const { status, said } = run('run.ts', '0.2.0', '--dry-run');
    expect(status).toBe(0);
    const steps = [...said.matchAll(/^\$ (.*)$/gm)].map(([, step]) => step);
    expect(steps.slice(0, 6)).toEqual([
      'npm run check',
      'npm run check:licences',
      'npm run test',
      'npm audit --omit=dev',
      'npm version 0.2.0 --no-git-tag-version',
      'npm run keep:store',
    ]);
    expect(steps.at(-1)).toBe('git tag --annotate v0.2.0 --message 0.2.0');
    expect(git('log', '--all', '--format=%H %D')).toBe(before);
    expect(git('status', '--porcelain')).toBe('');
  });

  test.each<[string, string, () => void]>([
    [
      'of no version that comes next',
      'the version that comes after 0.1.0',
      () => write('package.json', '{"version":"0.1.0"}'),
    ],
    ['on another branch', 'made on main', () => git('switch', '--quiet', '--create', 'other')],
    ['with changes', 'not committed', () => write('new.txt', 'new')],
    ['that is there', 'v0.2.0 is there', () => git('tag', 'v0.2.0')],
    [
      'without changes to tell',
      'CHANGELOG.md',
      () => {
        write('CHANGELOG.md', '# Changelog\n');
        git('commit', '--quiet', '--all', '--message', 'Forget');
      },
    ],
  ])('%s is refused', (which, reason, prepare) => {
    prepare();
    const { status, said } = run('run.ts', which.startsWith('of no') ? '0.1.0' : '0.2.0', '--dry-run');
    expect(status).toBe(1);
    expect(said).toContain(reason);
  });
});
