import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FhirResource } from 'fhir/r5.js';
import type { Issue } from '../../src/fhir/issue.ts';
import type { StructureDefinition } from '../../src/validation/structure-definition.ts';
import { createValidator, type Validate } from '../../src/validation/validate.ts';

const GENERATED = join(import.meta.dirname, '../../profiles/generated/core');

export const validate = createValidator();

/** A resource as it would be sent, with its lines; anything JSON can say may be given. */
export const sent = (resource: object) => ({
  text: JSON.stringify(resource, null, 2),
  value: resource as FhirResource,
});

const shown = ({ rule, expression }: Issue): string => `${rule} ${expression}`;

/** The errors found, each as `rule expression`. */
export const errors = (
  resource: object,
  profiles: readonly string[] = [],
  check: Validate = validate,
): readonly string[] =>
  check(sent(resource), profiles)
    .filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .map(shown);

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

/** A validator that also knows these profiles, which are written as the generator writes them. */
export const validatorWith = (...profiles: readonly StructureDefinition[]): Validate => {
  const folder = mkdtempSync(join(tmpdir(), 'definitions-'));
  mkdirSync(join(folder, 'structure-definition'));
  for (const name of readdirSync(GENERATED).filter((entry) => entry !== 'structure-definition')) {
    symlinkSync(join(GENERATED, name), join(folder, name));
  }
  for (const name of readdirSync(join(GENERATED, 'structure-definition'))) {
    symlinkSync(join(GENERATED, 'structure-definition', name), join(folder, 'structure-definition', name));
  }
  for (const profile of profiles) {
    const name = `${profile.url.split('/').at(-1)}.json`;
    writeFileSync(join(folder, 'structure-definition', name), JSON.stringify(profile));
  }
  return createValidator(pathToFileURL(`${folder}/`));
};
