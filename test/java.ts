import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const CACHE = join(import.meta.dirname, '../.cache/java');
const MAVEN_GOAL = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath';

/** What a POM depends on, for Java programs that are run from their source. */
export interface JavaLibrary {
  /** A sentence about what this machine lacks to use it, or `undefined` if it has everything. */
  readonly missing: () => string | undefined;
  /** Its jars, which Maven downloads once into its ordinary local repository. Throws if it cannot. */
  readonly classPath: () => string;
}

/** The library that a POM names; `name` is what messages call it. */
export const javaLibrary = (pom: string, name: string): JavaLibrary => {
  const hash = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 16);
  const file = join(CACHE, `classpath-${hash}`);
  const isFetched = (): boolean =>
    existsSync(file) && readFileSync(file, 'utf8').split(delimiter).every(existsSync);
  return {
    missing: () => {
      const { stdout, error } = spawnSync('javac', ['-version'], { encoding: 'utf8' });
      const version = /javac (\d+)/.exec(stdout ?? '')?.[1];
      if (error !== undefined || version === undefined) {
        return `A Java development kit is missing: ${name} needs Java 17 or newer`;
      }
      if (Number(version) < 17) return `Java ${version} is too old: ${name} needs Java 17 or newer`;
      if (!isFetched() && spawnSync('mvn', ['-v']).status !== 0) {
        return `Maven is missing: ${name} is fetched by it`;
      }
      return undefined;
    },
    classPath: () => {
      if (!isFetched()) {
        mkdirSync(CACHE, { recursive: true });
        const maven = spawnSync('mvn', ['-q', '-B', '-f', pom, MAVEN_GOAL, `-Dmdep.outputFile=${file}`], {
          stdio: ['ignore', 'inherit', 'inherit'],
          timeout: 10 * 60_000,
        });
        if (maven.status !== 0) throw new Error(`Maven could not fetch ${name}`);
      }
      return readFileSync(file, 'utf8').trim();
    },
  };
};
