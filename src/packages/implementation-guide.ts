import type { FhirResource, ImplementationGuide } from 'fhir/r5.js';
import packageJson from '../../package.json' with { type: 'json' };
import { CANONICAL } from '../fhir/canonical.ts';

const { version, devDependencies } = packageJson;

/** The package of the project's own definitions. */
export const PROFILES = { name: 'trialbridge.fhir.r5', version, title: 'Trialbridge profiles' } as const;

/** The packages whose definitions ours refer to, with the versions that ours are made with. */
export const DEPENDENCIES: Readonly<Record<string, string>> = {
  'hl7.fhir.r5.core': devDependencies['hl7.fhir.r5.core'],
  'hl7.terminology.r5': devDependencies['hl7.terminology.r5'],
  'hl7.fhir.uv.extensions.r5': devDependencies['hl7.fhir.uv.extensions.r5'],
};

/** What the package holds, as a resource: https://hl7.org/fhir/R5/implementationguide.html */
export const implementationGuide = (resources: readonly FhirResource[]): ImplementationGuide => ({
  resourceType: 'ImplementationGuide',
  id: PROFILES.name,
  url: `${CANONICAL}/ImplementationGuide/${PROFILES.name}`,
  version,
  name: 'TrialbridgeProfiles',
  title: PROFILES.title,
  status: 'active',
  packageId: PROFILES.name,
  license: 'Apache-2.0',
  fhirVersion: ['5.0.0'],
  dependsOn: Object.entries(DEPENDENCIES)
    .filter(([name]) => name !== 'hl7.fhir.r5.core')
    .map(([name, needed]) => ({
      uri: `http://fhir.org/packages/${name}/ImplementationGuide/${name}`,
      packageId: name,
      version: needed,
    })),
  definition: {
    resource: resources.map(({ resourceType, id }) => ({
      reference: { reference: `${resourceType}/${id}` },
    })),
  },
});
