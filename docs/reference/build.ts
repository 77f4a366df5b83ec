import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { FhirResource } from 'fhir/r5.js';
import { SERVE_OPTIONS } from '../../src/config/serve-options.ts';
import { CANONICAL } from '../../src/fhir/canonical.ts';
import { mappingTable } from './mapping.ts';
import { page } from './markdown.ts';
import { operationReference, searchParameterTable } from './operations.ts';
import { optionTable } from './options.ts';
import { profileReference } from './profiles.ts';

const ROOT = new URL('../../', import.meta.url);
const RESOURCES = new URL('profiles/generated/resources/', ROOT);

/** The records whose mapping is written down. */
const RECORDS = [{ title: 'ClinicalTrials.gov, API version 2', file: 'samples/registry-record.json' }];

const resources = readdirSync(RESOURCES).map(
  (name) => JSON.parse(readFileSync(new URL(name, RESOURCES), 'utf8')) as FhirResource,
);

const ofType = <Type extends FhirResource['resourceType']>(type: Type) =>
  resources.filter((one): one is Extract<FhirResource, { resourceType: Type }> => one.resourceType === type);

const isOwn = ({ url }: { readonly url?: string | undefined }): boolean =>
  url?.startsWith(CANONICAL) === true;

const write = (name: string, text: string): void =>
  writeFileSync(new URL(`docs/generated/${name}.md`, ROOT), text);

const definitions = ofType('StructureDefinition');
const [extensions, profiles] = [true, false].map((isExtension) =>
  definitions.filter(({ type }) => (type === 'Extension') === isExtension),
);

write(
  'mapping',
  page(
    'Where the values of a record stand in FHIR',
    'Made from what the marks say that the program puts on each value (`record-path`), of the sample records. `[]` is any item of a list.',
    RECORDS.map(({ title, file }) => `## ${title}\n\n${mappingTable(readFileSync(new URL(file, ROOT)))}`),
  ),
);
write(
  'profiles',
  page(
    'Profiles and extensions',
    'Made from the definitions in `profiles/generated`, which the server serves as StructureDefinitions.',
    [...(profiles ?? []), ...(extensions ?? [])].map(profileReference),
  ),
);
write(
  'operations',
  page(
    'Operations and search parameters of our own',
    'Made from the definitions in `profiles/generated`. R5’s own are there as well; the CapabilityStatement lists them by type.',
    [
      '## Operations',
      ...ofType('OperationDefinition').filter(isOwn).map(operationReference),
      '## Search parameters',
      searchParameterTable(ofType('SearchParameter').filter(isOwn)),
    ],
  ),
);
write(
  'options',
  page(
    'Settings of `serve`',
    'Made from the table that reads them (`src/config/serve-options.ts`). A name is a key of the file of `--config`; `TRIALBRIDGE_` and the name in capitals, with `_` for `-`, is the variable of the environment, `--` and the name the flag.',
    [optionTable(SERVE_OPTIONS)],
  ),
);
