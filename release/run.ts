// Makes a release of what is committed on main: node release/run.ts VERSION [--dry-run]
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { releasedChangelog } from './changelog.ts';
import { isNextVersion } from './version.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'dry-run': { type: 'boolean', default: false } },
});
const [version = '', ...more] = positionals;

const output = (command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, { encoding: 'utf8' }).trim();

const run = (...[command = '', ...args]: readonly string[]): void => {
  console.log(`\n$ ${[command, ...args].join(' ')}`);
  if (!values['dry-run']) execFileSync(command, args, { stdio: 'inherit' });
};

const CHANGELOG = 'CHANGELOG.md';
const TAG = `v${version}`;

/** What keeps the release from being made. */
const obstacles = (): readonly string[] => {
  const { version: last } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
  return [
    more.length > 0 || !isNextVersion(version, last) ? [`name the version that comes after ${last}`] : [],
    output('git', 'branch', '--show-current') === 'main' ? [] : ['a release is made on main'],
    output('git', 'status', '--porcelain') === '' ? [] : ['there are changes that are not committed'],
    output('git', 'tag', '--list', TAG) === '' ? [] : [`${TAG} is there already`],
  ].flat();
};

const found = obstacles();
if (found.length > 0) {
  console.error(found.join('\n'));
  process.exit(1);
}
const changelog = releasedChangelog(
  readFileSync(CHANGELOG, 'utf8'),
  version,
  new Date().toISOString().slice(0, 10),
);

for (const script of ['check', 'check:licences', 'test']) run('npm', 'run', script);
run('npm', 'audit', '--omit=dev');
run('npm', 'version', version, '--no-git-tag-version');
console.log(`\n${CHANGELOG} gets the heading ${version}`);
if (!values['dry-run']) writeFileSync(CHANGELOG, changelog);
run('npm', 'run', 'keep:store');
for (const script of ['profiles', 'openapi', 'docs', 'ui', 'client', 'package'])
  run('npm', 'run', `build:${script}`);
run('npm', 'pack', './dist/client', '--pack-destination', 'dist');
run('git', 'add', 'test/fixtures/store');
run('git', 'commit', '--all', '--message', `Release ${version}`);
run('git', 'tag', '--annotate', TAG, '--message', version);
