import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { OperationOutcome } from 'fhir/r5.js';
import {
  PACKAGES,
  packageFolder,
  packageId,
  writeEmptyPackage,
  writePackageCache,
} from '../../profiles/package-cache.ts';
import { validatorLibrary } from './java.ts';
import { flattenImportingValueSets, writeUnits, writeUnpublishedCodeSystems } from './terminology.ts';

/** Where our definitions lie. */
export const DEFINITIONS = join(import.meta.dirname, '../../profiles/generated/resources');
/** A version of FHIR for the validator: its packages, the core first, in the cache of a home folder, and the folder of our definitions. */
export interface Edition {
  readonly packages: readonly string[];
  /** Fills the home folder and says where our definitions lie. */
  readonly prepare: (home: string) => string;
}

// The expansions would stand beside core's value sets and hide those that are too large to be expanded.
const LOADED = PACKAGES.filter((name) => name !== 'hl7.fhir.r5.expansions');

/** FHIR R5, with our definitions from their folder. */
export const R5: Edition = {
  packages: LOADED.map(packageId),
  prepare: (home) => {
    writePackageCache(home, PACKAGES);
    writeEmptyPackage(home, 'hl7.fhir.xver-extensions', '0.1.0');
    flattenImportingValueSets(home);
    const core = packageFolder(home, 'hl7.fhir.r5.core');
    writeUnits(core);
    writeUnpublishedCodeSystems(core);
    return DEFINITIONS;
  },
};

/** How long a program may take with so many lines, in milliseconds: many times what it needs. */
const longest = (lines: number): number => 10 * 60_000 + lines * 3_000;

/**
 * Runs a Java program beside the official validator, which the last of these source files has: it gets the folder of
 * our definitions and the packages as arguments and `lines` as its input. What it writes, by lines, which are also told
 * as they come. It takes some twelve seconds before its first line. Throws if it fails; `validatorLibrary` says beforehand what it needs.
 */
export const runBesideValidator = async (
  sources: readonly string[],
  options: readonly string[],
  lines: readonly string[],
  heard: (answer: string, at: number) => void = () => {},
  edition: Edition = R5,
): Promise<string[]> => {
  const jars = validatorLibrary.classPath();
  const home = mkdtempSync(join(tmpdir(), 'official-validator-'));
  try {
    const compiled = spawnSync('javac', ['-encoding', 'UTF-8', '-d', home, '-cp', jars, ...sources], {
      encoding: 'utf8',
    });
    if (compiled.status !== 0) throw new Error(compiled.stderr);
    const definitions = edition.prepare(home);
    const java = spawn(
      'java',
      [
        ...options,
        '-XX:+UseSerialGC',
        `-Duser.home=${home}`,
        `-Djava.io.tmpdir=${home}`,
        '-Dorg.slf4j.simpleLogger.defaultLogLevel=error',
        '-cp',
        [home, jars].join(delimiter),
        basename(sources.at(-1)!, '.java'),
        definitions,
        ...edition.packages,
      ],
      {
        env: { ...process.env, HOME: home },
        stdio: ['pipe', 'pipe', 'pipe'],
        timeout: longest(lines.length),
      },
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
    for (const line of lines) java.stdin.write(`${line}\n`);
    java.stdin.end();
    const answers: string[] = [];
    for await (const line of createInterface({ input: java.stdout })) heard(line, answers.push(line) - 1);
    if ((await ended) !== 0) throw new Error(`the official validator failed\n${log}`);
    return answers;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
};

/** For short runs: thorough compilation and parallel collection would cost more than they save. */
export const SHORT_RUN = ['-XX:TieredStopAtLevel=1'];

/** The source of the program that has the validator set up for our definitions. */
export const VALIDATE = join(import.meta.dirname, 'Validate.java');

/** A resource as the one line that the programs take. */
export const inOneLine = (resource: string): string => resource.replace(/[\r\n]+/g, ' ');

/** Validates resources, given as JSON texts, against a version of FHIR and our definitions; an outcome each, in the same order, also told as it comes. */
export const validateOfficially = async (
  resources: readonly string[],
  heard: (outcome: OperationOutcome, at: number) => void = () => {},
  edition: Edition = R5,
): Promise<OperationOutcome[]> => {
  const outcomes: OperationOutcome[] = [];
  const hear = (answer: string, at: number): void => {
    const outcome = JSON.parse(answer) as OperationOutcome;
    outcomes.push(outcome);
    heard(outcome, at);
  };
  const lines = resources.map(inOneLine);
  const answers = await runBesideValidator([VALIDATE], SHORT_RUN, lines, hear, edition);
  if (answers.length !== resources.length) throw new Error('the official validator ended early');
  return outcomes;
};
