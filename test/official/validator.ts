import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { OperationOutcome } from 'fhir/r5.js';
import { PACKAGES, packageId, writeEmptyPackage, writePackageCache } from '../../profiles/package-cache.ts';
import { validatorLibrary } from './java.ts';
import { flattenImportingValueSets, writeUnpublishedCodeSystems } from './terminology.ts';

const DEFINITIONS = join(import.meta.dirname, '../../profiles/generated/resources');
// The expansions would stand beside core's value sets and hide those that are too large to be expanded.
const LOADED = PACKAGES.filter((name) => name !== 'hl7.fhir.r5.expansions');

/**
 * Validates resources, given as JSON texts, with the official validator against R5 and our profiles; an
 * outcome each, in the same order. One run takes some twelve seconds before its first verdict. Throws if
 * the validator fails; `validatorLibrary` says beforehand what it needs.
 */
export const validateOfficially = async (resources: readonly string[]): Promise<OperationOutcome[]> => {
  const jars = validatorLibrary.classPath();
  const home = mkdtempSync(join(tmpdir(), 'official-validator-'));
  try {
    writePackageCache(home, PACKAGES);
    writeEmptyPackage(home, 'hl7.fhir.xver-extensions', '0.1.0');
    flattenImportingValueSets(home);
    writeUnpublishedCodeSystems(home);
    const java = spawn(
      'java',
      [
        // A run is short: thorough compilation and parallel collection would cost more than they save.
        '-XX:TieredStopAtLevel=1',
        '-XX:+UseSerialGC',
        `-Duser.home=${home}`,
        `-Djava.io.tmpdir=${home}`,
        '-Dorg.slf4j.simpleLogger.defaultLogLevel=error',
        '-cp',
        jars,
        join(import.meta.dirname, 'Validate.java'),
        DEFINITIONS,
        ...LOADED.map(packageId),
      ],
      { env: { ...process.env, HOME: home }, stdio: ['pipe', 'pipe', 'pipe'], timeout: 30 * 60_000 },
    );
    let log = '';
    java.stderr.on('data', (chunk) => {
      log = (log + chunk).slice(-20_000);
    });
    const ended = new Promise<number | null>((resolve, reject) => {
      java.on('error', reject);
      java.on('close', resolve);
    });
    // A validator that fails early closes its input; its exit code tells more than the broken pipe.
    java.stdin.on('error', () => {});
    for (const resource of resources) java.stdin.write(`${resource.replace(/[\r\n]+/g, ' ')}\n`);
    java.stdin.end();
    const outcomes: OperationOutcome[] = [];
    for await (const line of createInterface({ input: java.stdout })) outcomes.push(JSON.parse(line));
    if ((await ended) !== 0 || outcomes.length !== resources.length) {
      throw new Error(`the official validator failed\n${log}`);
    }
    return outcomes;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
};
