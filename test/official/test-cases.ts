import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ARTIFACT = 'org.hl7.fhir.testcases:fhir-test-cases:1.7.69';
const MAVEN_GOAL = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';
const ROOT = 'org/hl7/fhir/testcases';

const run = (program: string, args: readonly string[], cwd: string): void => {
  const { status, error } = spawnSync(program, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error(`${program} failed${error ? `: ${error.message}` : ''}`);
};

/** Calls `use` with HL7's test cases of one folder, such as `r5/patch`, unpacked for as long as the call lasts. Throws without Maven or Java. */
export const withTestCases = async (
  folder: string,
  use: (path: string) => Promise<void> | void,
): Promise<void> => {
  const place = mkdtempSync(join(tmpdir(), 'test-cases-'));
  try {
    run('mvn', ['-q', '-B', MAVEN_GOAL, `-Dartifact=${ARTIFACT}`, `-DoutputDirectory=${place}`], place);
    const [, name = '', version = ''] = ARTIFACT.split(':');
    run('jar', ['xf', `${name}-${version}.jar`, `${ROOT}/${folder}`], place);
    await use(join(place, ROOT, folder));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
};
