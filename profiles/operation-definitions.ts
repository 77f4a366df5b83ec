import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Puts the definitions of R5's own operations that are served beside ours, as the package has them but for one thing.

const HERE = import.meta.dirname;
const CORE = join(HERE, '../node_modules/hl7.fhir.r5.core');

/** By their ids. */
const SERVED = [
  'CodeSystem-lookup',
  'CodeSystem-subsumes',
  'CodeSystem-validate-code',
  'Resource-meta',
  'Resource-meta-add',
  'Resource-meta-delete',
  'Resource-validate',
  'StructureDefinition-snapshot',
  'Subscription-events',
  'Subscription-get-ws-binding-token',
  'Subscription-status',
  'ValueSet-expand',
  'ValueSet-validate-code',
];

interface Typed {
  readonly extension?: readonly { readonly url: string; readonly valueUri?: string }[];
}

const ALLOWED_TYPE = 'http://hl7.org/fhir/StructureDefinition/operationdefinition-allowed-type';

/** R5 has an element for what an extension said before it; the package still says it by the extension. */
const withAllowedTypes = (_: string, value: Typed | null): unknown => {
  const types = value?.extension?.filter?.(({ url }) => url === ALLOWED_TYPE) ?? [];
  if (value === null || types.length === 0) return value;
  const { extension = [], ...rest } = value;
  const others = extension.filter(({ url }) => url !== ALLOWED_TYPE);
  const allowedType = types.map(({ valueUri }) => valueUri);
  return { ...(others.length > 0 && { extension: others }), ...rest, allowedType };
};

for (const id of SERVED) {
  const name = `OperationDefinition-${id}.json`;
  const definition: unknown = JSON.parse(readFileSync(join(CORE, name), 'utf8'), withAllowedTypes);
  writeFileSync(join(HERE, 'generated/resources', name), `${JSON.stringify(definition, null, 2)}\n`);
}
