import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { CodeSystem, OperationOutcome, ValueSet } from 'fhir/r5.js';
import {
  PACKAGES,
  packageFolder,
  packageId,
  writeEmptyPackage,
  writePackageCache,
} from '../../profiles/package-cache.ts';

const ROOT = join(import.meta.dirname, '../..');
const POM = join(import.meta.dirname, 'pom.xml');
const DEFINITIONS = join(ROOT, 'profiles/generated/resources');
// The expansions would stand beside core's value sets and hide those that are too large to be expanded.
const LOADED = PACKAGES.filter((name) => name !== 'hl7.fhir.r5.expansions');
const MEDIA_TYPES = [
  'text/plain',
  'text/html',
  'text/xml',
  'application/xml',
  'application/json',
  'application/fhir+json',
  'json',
];
const CACHE = join(ROOT, '.cache/official');

const requireProgram = (program: string, argument: string, needed: string): void => {
  if (spawnSync(program, [argument], { stdio: 'ignore' }).status !== 0) {
    throw new Error(`${program} is missing: the official validator needs ${needed}`);
  }
};

/** The validator's jars, which Maven downloads once into its ordinary local repository. */
const classPath = (): string => {
  const key = createHash('sha256').update(readFileSync(POM)).digest('hex').slice(0, 16);
  const file = join(CACHE, `classpath-${key}`);
  if (!existsSync(file) || !readFileSync(file, 'utf8').split(':').every(existsSync)) {
    requireProgram('mvn', '-v', 'Maven 3.8 or newer');
    mkdirSync(CACHE, { recursive: true });
    const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath';
    const maven = spawnSync('mvn', ['-q', '-B', '-f', POM, goal, `-Dmdep.outputFile=${file}`], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (maven.status !== 0) throw new Error('Maven could not fetch the official validator');
  }
  return readFileSync(file, 'utf8').trim();
};

/**
 * Writes core's value sets that import others as plain lists of their codes, from the official expansions: without
 * a terminology server the validator takes no code without a system (`SearchParameter.base`) for one of theirs.
 */
const flattenImportingValueSets = (home: string): void => {
  const expansions = packageFolder(home, 'hl7.fhir.r5.expansions');
  for (const file of readdirSync(expansions).filter((name) => name.startsWith('ValueSet-'))) {
    const { expansion, ...valueSet } = JSON.parse(readFileSync(join(expansions, file), 'utf8')) as ValueSet;
    if (!valueSet.compose?.include.some((include) => include.valueSet !== undefined)) continue;
    const bySystem = Map.groupBy(expansion?.contains ?? [], ({ system }) => system);
    const include = [...bySystem].flatMap(([system, concepts]) =>
      system === undefined
        ? []
        : [{ system, concept: concepts.flatMap(({ code }) => (code === undefined ? [] : [{ code }])) }],
    );
    const flat = JSON.stringify({ ...valueSet, compose: { include } });
    writeFileSync(join(packageFolder(home, 'hl7.fhir.r5.core'), file), flat);
  }
};

/**
 * Writes the media types and language tags in use here as their code systems, which are in no package: without them
 * the validator takes every one for an error (https://github.com/hapifhir/org.hl7.fhir.core/issues/1248). They say
 * that they are complete, because the validator looks for a code without a system in no fragment.
 */
const writeUnpublishedCodeSystems = (home: string): void => {
  const core = packageFolder(home, 'hl7.fhir.r5.core');
  const write = (id: string, url: string, codes: readonly string[]): void => {
    const codeSystem: CodeSystem = {
      resourceType: 'CodeSystem',
      id,
      url,
      version: '1',
      status: 'active',
      content: 'complete',
      caseSensitive: false,
      concept: codes.map((code) => ({ code })),
    };
    writeFileSync(join(core, `CodeSystem-${id}.json`), JSON.stringify(codeSystem));
  };
  const languages: ValueSet = JSON.parse(readFileSync(join(core, 'ValueSet-languages.json'), 'utf8'));
  const tags = languages.compose?.include.flatMap(({ concept }) => concept ?? []) ?? [];
  write(
    'language-tags',
    'urn:ietf:bcp:47',
    tags.map(({ code }) => code),
  );
  write('media-types', 'urn:ietf:bcp:13', MEDIA_TYPES);
};

/**
 * Validates resources, given as JSON texts, with the official validator against R5 and our profiles; an
 * outcome each, in the same order. One run takes some twelve seconds before its first verdict. Throws when
 * Java or Maven is missing or the validator fails.
 */
export const validateOfficially = async (resources: readonly string[]): Promise<OperationOutcome[]> => {
  requireProgram('java', '-version', 'Java 17 or newer');
  const jars = classPath();
  const home = mkdtempSync(join(tmpdir(), 'official-validator-'));
  try {
    writePackageCache(home, PACKAGES);
    writeEmptyPackage(home, 'hl7.fhir.xver-extensions', '0.1.0');
    flattenImportingValueSets(home);
    writeUnpublishedCodeSystems(home);
    const java = spawn(
      'java',
      [
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
