import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { CANONICAL } from '../fhir/canonical.ts';
import { type Content, content } from '../fhir/content.ts';
import { DEPENDENCIES, implementationGuide, PROFILES } from './implementation-guide.ts';

/** What a package's index tells of a resource, where the resource has it. */
const INDEXED = ['id', 'url', 'version', 'kind', 'type', 'supplements', 'content', 'valueSet', 'derivation'];

const MANIFEST = {
  ...PROFILES,
  type: 'fhir.ig',
  description:
    'Profiles, extensions, terminology, search parameters and operations for clinical trials in FHIR R5',
  canonical: CANONICAL,
  url: `${CANONICAL}/ImplementationGuide/${PROFILES.name}`,
  author: 'Trialbridge',
  license: 'Apache-2.0',
  fhirVersions: ['5.0.0'],
  dependencies: DEPENDENCIES,
  directories: { lib: 'package' },
};

const fileName = ({ value: { resourceType, id } }: Content): string => `${resourceType}-${id}.json`;

const indexed = (one: Content): object => {
  const told = Object.entries(one.value).filter(
    ([name, value]) => INDEXED.includes(name) && typeof value === 'string',
  );
  return { filename: fileName(one), resourceType: one.value.resourceType, ...Object.fromEntries(told) };
};

/** The project's definitions as a FHIR package, each time the same bytes: https://hl7.org/fhir/R5/packages.html */
export const profilePackage = async (definitions: readonly Content[]): Promise<Buffer> => {
  const guide = content(implementationGuide(definitions.map(({ value }) => value)));
  const resources = [guide, ...definitions];
  const files = [
    ['package.json', JSON.stringify(MANIFEST)],
    ['.index.json', JSON.stringify({ 'index-version': 2, files: resources.map(indexed) })],
    ...resources.map((one) => [fileName(one), one.text] as const),
  ] as const;
  const archive = pack();
  for (const [name, text] of files) archive.entry({ name: `package/${name}`, mtime: new Date(0) }, text);
  archive.finalize();
  return promisify(gzip)(await buffer(archive), { level: 9 });
};
