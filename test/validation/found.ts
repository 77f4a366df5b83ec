import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FhirResource } from 'fhir/r5.js';
import { afterAll } from 'vitest';
import { type Issue, isError } from '../../src/fhir/issue.ts';
import type { StructureDefinition } from '../../src/validation/structure-definition.ts';
import { createValidator } from '../../src/validation/validate.ts';

const GENERATED = join(import.meta.dirname, '../../profiles/generated/core');

export const validate = createValidator();

/** A resource as it would be sent, with its lines; anything JSON can say may be given. */
export const sent = (resource: object) => ({
  text: JSON.stringify(resource, null, 2),
  value: resource as FhirResource,
});

const shown = ({ rule, expression }: Issue): string => `${rule} ${expression}`;

/** The errors among issues, each as `rule expression`. */
export const shownErrors = (issues: readonly Issue[]): readonly string[] => issues.filter(isError).map(shown);

/** The errors found, each as `rule expression`. */
export const errors = (resource: object, profiles: readonly string[] = []): readonly string[] =>
  shownErrors(validate(sent(resource), profiles));

/** The issues of one severity, each as `rule expression`. */
export const found = (severity: Issue['severity'], resource: object): readonly string[] =>
  validate(sent(resource))
    .filter((issue) => issue.severity === severity)
    .map(shown);

/** A deep copy with something put (undefined: removed) at a path: `statistic.0.quantity`. */
export const changed = <T extends object>(resource: T, path: string, value: unknown): T => {
  const copy = structuredClone(resource);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let at = copy as Record<string, unknown>;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
};

/** A folder of definitions to which profiles can be added, and a validator that reads it. */
const folder = mkdtempSync(join(tmpdir(), 'definitions-'));
for (const name of readdirSync(GENERATED).filter((entry) => entry !== 'structure-definition')) {
  symlinkSync(join(GENERATED, name), join(folder, name));
}
mkdirSync(join(folder, 'structure-definition'));
for (const name of readdirSync(join(GENERATED, 'structure-definition'))) {
  symlinkSync(join(GENERATED, 'structure-definition', name), join(folder, 'structure-definition', name));
}
afterAll(() => rmSync(folder, { recursive: true }));
let profiles = 0;

/** The issues of a resource by a profile, which is written as the generator writes them. */
export const against = (profile: Omit<StructureDefinition, 'url'>, resource: object): readonly Issue[] => {
  profiles += 1;
  const url = `https://example.com/StructureDefinition/profile-${profiles}`;
  writeFileSync(
    join(folder, 'structure-definition', `profile-${profiles}.json`),
    JSON.stringify({ ...profile, url }),
  );
  // What is in the folder is looked at once by each validator.
  return createValidator({ folder: pathToFileURL(`${folder}/`), ownsReferences: true })(sent(resource), [
    url,
  ]);
};
