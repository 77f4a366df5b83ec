import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isError } from '../../src/fhir/issue.ts';
import { parse } from '../../src/fhir/json.ts';
import { validate } from './found.ts';

const FOLDER = join(import.meta.dirname, '../../node_modules/hl7.fhir.r5.examples');

const TYPES =
  /^(?:ResearchStudy|PlanDefinition|ActivityDefinition|Evidence|EvidenceVariable|EvidenceReport|Group|Citation|Organization|Practitioner|DocumentReference|Device|Provenance|Bundle)-/;

/** Bundles of whole parts of the specification would take minutes. */
const MAX_LENGTH = 300_000;

/** What is wrong with official examples; the official validator says the same of the same elements. */
const WRONG: Readonly<Record<string, readonly string[]>> = {
  'DocumentReference-sound.json': ['xhtml-url'],
  'PlanDefinition-KDN5.json': ['extension-unknown'],
  'PlanDefinition-example-cardiology-os.json': ['reference-fragment'],
};

/** Extensions on elements that their present definitions do not allow, as the official validator says too. */
const MISPLACED = /^PlanDefinition-(?:opioidcds-(?:04|05|07|08|10|11)|low-suicide-risk-order-set)\.json$/;
/** Addresses of HL7's where nothing is defined, as the official validator says too. */
const UNDEFINED =
  /^(?:Bundle-(?:bundle-transaction|ussg-fht)|Device-(?:ANDT|and2|Bodi|Kinsa|Nonin|Philips|Roche|example-udi)|EvidenceVariable-example-eligibility-criteria-(?:ada|diabetes))/;

/** Full URLs that are not those of the resources, as the official validator says too. */
const MISNAMED = /^Bundle-(?:10bb101f|3a0707d3|lri-example)/;

/** Displays that are not those of their codes, as the official validator says too. */
const MISCALLED =
  /^(?:Evidence-example-(?:ASTRAL-12-alteplase|stroke-0-3-alteplase|stroke-3-4half-alteplase)|ResearchStudy-example-ctgov-study-record)/;

const expected = (name: string): readonly string[] =>
  WRONG[name] ??
  (UNDEFINED.test(name) ? ['url-unknown'] : undefined) ??
  (MISCALLED.test(name) ? ['code-display'] : undefined) ??
  (MISPLACED.test(name) ? ['extension-context'] : MISNAMED.test(name) ? ['bundle-full-url'] : []);

describe('official examples', () => {
  const examples = readdirSync(FOLDER)
    .filter((name) => TYPES.test(name) && name.endsWith('.json'))
    .map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }))
    .filter(({ text }) => text.length < MAX_LENGTH);

  test('are there in number', () => {
    expect(examples.length).toBeGreaterThan(180);
  });

  test.each(examples)('$name', ({ name, text }) => {
    const content = parse(text);
    if (!('text' in content)) throw new Error(JSON.stringify(content));
    const rules = new Set(
      validate(content)
        .filter(isError)
        .map(({ rule }) => rule),
    );
    expect([...rules]).toEqual(expected(name));
  });
});
