import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const POM = join(import.meta.dirname, 'pom.xml');
const CACHE = join(import.meta.dirname, '../../.cache/official');
const CLASS_PATH = join(
  CACHE,
  `classpath-${createHash('sha256').update(readFileSync(POM)).digest('hex').slice(0, 16)}`,
);
const MAVEN_GOAL = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath';

const isFetched = (): boolean =>
  existsSync(CLASS_PATH) && readFileSync(CLASS_PATH, 'utf8').split(delimiter).every(existsSync);

/** A sentence about what this machine lacks to run the official validator, or `undefined` if it has everything. */
export const missingProgram = (): string | undefined => {
  const version = /version "(\d+)/.exec(
    spawnSync('java', ['-version'], { encoding: 'utf8' }).stderr ?? '',
  )?.[1];
  if (version === undefined) return 'Java is missing: the official validator needs Java 17 or newer';
  if (Number(version) < 17)
    return `Java ${version} is too old: the official validator needs Java 17 or newer`;
  if (!isFetched() && spawnSync('mvn', ['-v']).status !== 0) {
    return 'Maven is missing: the official validator is fetched by it';
  }
  return undefined;
};

/** The validator's jars, which Maven downloads once into its ordinary local repository. Throws if it cannot. */
export const classPath = (): string => {
  if (!isFetched()) {
    mkdirSync(CACHE, { recursive: true });
    const maven = spawnSync('mvn', ['-q', '-B', '-f', POM, MAVEN_GOAL, `-Dmdep.outputFile=${CLASS_PATH}`], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (maven.status !== 0) throw new Error('Maven could not fetch the official validator');
  }
  return readFileSync(CLASS_PATH, 'utf8').trim();
};
