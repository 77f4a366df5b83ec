import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompartmentDefinition, SearchParameter as Definition, StructureDefinition } from 'fhir/r5.js';
import { CANONICAL } from '../src/fhir/canonical.ts';
import { served } from '../src/fhir/search/definition.ts';
import type { SearchParameter, Step } from '../src/fhir/search/search-parameter.ts';
import { CORRECTED, KNOWN_OTHERWISE, OMITTED } from './search-parameter-corrections.ts';

// Writes the search parameters of R5 and our own, one for each resource type, and R5's compartments to `generated`.

const HERE = import.meta.dirname;
const CORE = join(HERE, '../node_modules/hl7.fhir.r5.core');
const OWN = join(HERE, 'generated/resources');

/** The way to what our parameters find that have no expression. */
const VIA: Readonly<Record<string, readonly Step[]>> = {
  'Evidence-study': [
    { type: 'EvidenceReport', parameter: 'entry' },
    { type: 'ResearchStudy', parameter: 'result' },
  ],
};

/** The way to the resources that are asked by a parameter of ours, which has the code of theirs. */
const THROUGH: Readonly<Record<string, readonly Step[]>> = {
  'ResearchStudy-verdict': [
    { type: 'Evidence', parameter: 'study' },
    { type: 'ArtifactAssessment', parameter: 'artifact' },
  ],
};

const read = <R>(folder: string, type: string): readonly R[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith(`${type}-`))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as R);

if (!existsSync(OWN)) throw new Error(`compile the profiles of ${CANONICAL} first`);
// The package has examples of search parameters, too, which are not of R5's version.
const core = read<Definition>(CORE, 'SearchParameter').filter(({ version }) => version === '5.0.0');
const definitions = [...core, ...read<Definition>(OWN, 'SearchParameter')].map((one) => ({
  ...one,
  ...CORRECTED[one.id ?? ''],
}));
const byUrl = new Map(definitions.map((one) => [one.url, one]));

/** Core descriptions of shared parameters list every type (`[Account](account.html): …`). */
const describe = (text: string, base: string): string => {
  const line = text.split(/\r?\n/).find((one) => one.includes(`[${base}](`));
  const said = line?.replace(/^.*\.html\):\s*/, '') ?? text;
  return said.trim();
};

const HIERARCHY = 'http://hl7.org/fhir/StructureDefinition/structuredefinition-hierarchy';

/** The elements that say what a resource is part of, as R5 marks them: https://hl7.org/fhir/R5/search.html#modifierbelow */
const hierarchies = new Set(
  read<StructureDefinition>(CORE, 'StructureDefinition').flatMap(({ url, differential }) =>
    (differential?.element ?? [])
      .filter(({ type = [] }) =>
        type.some(
          ({ code, targetProfile, extension }) =>
            code === 'Reference' &&
            targetProfile?.includes(url) &&
            extension?.some((one) => one.url === HIERARCHY && one.valueBoolean),
        ),
      )
      .map(({ path }) => path),
  ),
);

const oneFor = (definition: Definition, base: string): readonly SearchParameter[] => {
  const { id = '', code, type, url } = definition;
  if (OMITTED.has(id) || OMITTED.has(`${id} ${base}`)) return [];
  const description = describe(definition.description, base);
  const via = VIA[id];
  if (via !== undefined || KNOWN_OTHERWISE.has(id)) {
    const target = definition.target && { target: definition.target };
    return [{ base: 'Resource', code, type, url, description, ...(via && { base, via }), ...target }];
  }
  const through = THROUGH[id];
  if (through !== undefined) return [{ base, code, type, url, description, through }];
  const corrected = { ...definition, ...CORRECTED[`${id} ${base}`], description };
  const one = served(corrected, base, (known) => byUrl.get(known));
  if ('element' in one) throw new Error(`${id} of ${base}, ${one.element}: ${one.text}`);
  return [hierarchies.has(one.expression ?? '') ? { ...one, hierarchy: true } : one];
};

/** A file with one entry a line, so that a change shows as a changed line. */
const writeLines = (name: string, [open, close]: readonly [string, string], lines: readonly string[]): void =>
  writeFileSync(join(HERE, 'generated', name), `${open}\n${lines.join(',\n')}\n${close}\n`);

const key = ({ base, code }: SearchParameter): string => `${base} ${code}`;

const parameters = definitions
  .flatMap((definition) => definition.base.flatMap((base) => oneFor(definition, base)))
  .sort((a, b) => (key(a) < key(b) ? -1 : 1));
writeLines(
  'search-parameters.json',
  ['[', ']'],
  parameters.map((one) => JSON.stringify(one)),
);

const known = new Set(parameters.map(key));

/** The search parameters by which resources belong to a compartment; `{def}` is the resource that it is of. */
const members = ({ resource = [] }: CompartmentDefinition): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    resource
      .map(({ code, param = [] }): [string, readonly string[]] => [
        code,
        param
          .map((one) => (one === '{def}' ? '_id' : one))
          .filter((one) => known.has(`${code} ${one}`) || known.has(`Resource ${one}`)),
      ])
      .filter(([, codes]) => codes.length > 0),
  );

const compartments = read<CompartmentDefinition>(CORE, 'CompartmentDefinition').filter(
  ({ version }) => version === '5.0.0',
);
writeLines(
  'compartments.json',
  ['{', '}'],
  compartments.map((one) => `${JSON.stringify(one.code)}:${JSON.stringify(members(one))}`),
);
