import { RESOURCE_TYPES, type ResourceType } from '../src/fhir/resource-type.ts';
import { conformanceResources } from '../src/store/conformance.ts';
import { addProfile, profileName } from './profile-schemas.ts';
import { list, object, reference, type Schema, text } from './schema.ts';
import { addType, type Schemas } from './type-schemas.ts';

/** Our profiles of a resource type. */
const profilesOf = (type: string) =>
  conformanceResources().flatMap(({ value }) =>
    value.resourceType === 'StructureDefinition' &&
    value.kind === 'resource' &&
    value.derivation === 'constraint' &&
    value.type === type
      ? [value]
      : [],
  );

const pointer: Schema = { type: 'string', pattern: '^(/.*)?$' };

const patchOf = (op: readonly string[], properties: Record<string, Schema>): Schema =>
  object({ op: { enum: op }, path: pointer, ...properties });

/** Bodies that are no resources, and what stands for any resource. */
const OTHERS: Readonly<Record<string, Schema>> = {
  Resource: {
    ...object(
      {
        resourceType: { type: 'string', enum: [...RESOURCE_TYPES, 'Parameters'] },
        id: reference('id'),
        meta: reference('Meta'),
      },
      ['resourceType'],
    ),
    description: 'A resource of any type',
    additionalProperties: true,
  },
  FhirXml: { ...text, description: 'The same resource in XML: https://hl7.org/fhir/R5/xml.html' },
  Capabilities: {
    anyOf: [reference('CapabilityStatement'), reference('TerminologyCapabilities')],
    description: 'https://hl7.org/fhir/R5/http.html#capabilities',
  },
  JsonPatch: {
    ...list({
      oneOf: [
        patchOf(['add', 'replace', 'test'], { value: {} }),
        patchOf(['remove'], {}),
        patchOf(['move', 'copy'], { from: pointer }),
      ],
    }),
    description: 'https://www.rfc-editor.org/rfc/rfc6902',
  },
  Document: {
    anyOf: [reference('Binary'), reference('Parameters')],
    description: 'A Binary, or Parameters with the Binary as `document`',
  },
  RawDocument: { description: 'The document as it was received' },
  Package: { type: 'string', contentMediaType: 'application/gzip' },
  OpenApi: { type: 'object' },
  SmartConfiguration: { type: 'object' },
};

/** The resource types that these refer to, and what all failures are answered with. */
const IN_OTHERS = [
  'CapabilityStatement',
  'TerminologyCapabilities',
  'Binary',
  'Parameters',
  'OperationOutcome',
];

/** What can be sent and what is answered as this type: by R5 itself, or by one of our profiles. */
export const anyProfile = (type: string): Schema => {
  const names = [type, ...profilesOf(type).map(profileName)];
  return names.length === 1 ? reference(type) : { anyOf: names.map(reference) };
};

/** The schemas of bodies by name: of `types` with their profiles, of `more` resource types, and of what is no resource. */
export const schemas = (
  types: readonly ResourceType[],
  more: readonly ResourceType[],
): Readonly<Record<string, Schema>> => {
  const all: Schemas = new Map(Object.entries(OTHERS));
  for (const type of [...types, ...more, ...IN_OTHERS]) addType(type, all);
  for (const type of types) for (const profile of profilesOf(type)) addProfile(profile, all);
  return Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
};
