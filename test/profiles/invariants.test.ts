import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StructureDefinition } from 'fhir/r5.js';
import { describe, expect, it } from 'vitest';
import { CANONICAL } from '../../src/fhir/canonical.ts';
import { content } from '../../src/fhir/content.ts';
import { isError } from '../../src/fhir/issue.ts';
import { createValidator } from '../../src/validation/validate.ts';
import { BROKEN } from './broken-instances.ts';
import { MISSHAPEN } from './misshapen-instances.ts';
import { VALID } from './valid-instances.ts';

const RESOURCES = join(import.meta.dirname, '../../profiles/generated/resources');

const definitions = readdirSync(RESOURCES)
  .filter((file) => file.startsWith('StructureDefinition-'))
  .map((file): StructureDefinition => JSON.parse(readFileSync(join(RESOURCES, file), 'utf8')));

const ownInvariants = definitions.flatMap(({ id, differential }) =>
  differential!.element.flatMap(({ constraint }) =>
    (constraint ?? []).map(({ key, severity }) => ({ definition: id!, invariant: key, severity })),
  ),
);

const validate = createValidator({ ownsReferences: true });

describe('an instance of a profile', () => {
  it.each(definitions.filter(({ type }) => type !== 'Extension').map(({ url }) => url))(
    'exists for %s',
    (url) => {
      expect(VALID.filter((resource) => resource.meta?.profile?.includes(url))).toHaveLength(1);
    },
  );

  it.each(VALID.map((resource) => [`${resource.resourceType}/${resource.id}`, resource] as const))(
    'passes: %s',
    (_, resource) => {
      expect(validate(content(resource)).filter(isError)).toEqual([]);
    },
  );

  it.each(VALID.map((resource) => [`${resource.resourceType}/${resource.id}`, resource] as const))(
    'breaks no invariant of ours, not even one that warns: %s',
    (_, resource) => {
      const own = new Set(ownInvariants.map(({ invariant }) => invariant));
      expect(validate(content(resource)).filter(({ rule }) => rule !== undefined && own.has(rule))).toEqual(
        [],
      );
    },
  );
});

describe('a profile', () => {
  it.each(MISSHAPEN.map(({ fault, resource }) => [fault, resource] as const))('refuses %s', (_, resource) => {
    const errors = validate(content(resource)).filter(isError);
    expect(errors).not.toEqual([]);
    // R5 itself lets it pass.
    expect(errors.filter(({ profile }) => !profile?.startsWith(CANONICAL))).toEqual([]);
  });
});

describe('an invariant', () => {
  it('is written in every definition it stands in with an instance that breaks it', () => {
    const places = ({ definition, invariant }: { definition: string; invariant: string }) =>
      `${definition}#${invariant}`;
    expect(ownInvariants.length).toBeGreaterThan(0);
    expect(new Set(BROKEN.map(places))).toEqual(new Set(ownInvariants.map(places)));
  });

  it.each(BROKEN.map((broken) => [`${broken.definition}#${broken.invariant}`, broken] as const))(
    'is reported: %s',
    (_, { invariant, severity, resource }) => {
      const issues = validate(content(resource));
      expect(issues).toContainEqual(expect.objectContaining({ rule: invariant, severity }));
    },
  );

  it.each(
    BROKEN.filter(({ severity }) => severity === 'warning').map(
      (broken) => [`${broken.definition}#${broken.invariant}`, broken] as const,
    ),
  )('lets a wrong number be stored: %s', (_, { resource }) => {
    expect(validate(content(resource)).filter(isError)).toEqual([]);
  });
});

describe('the canonical base', () => {
  it('is the same in the sources and in the profiles', () => {
    const config = readFileSync(join(RESOURCES, '../../sushi-config.yaml'), 'utf8');
    expect(/^canonical: (.*)$/m.exec(config)?.[1]).toBe(CANONICAL);
  });

  it.each(readdirSync(RESOURCES))('is that of every definition but R5’s operations: %s', (file) => {
    const { resourceType, id, url } = JSON.parse(readFileSync(join(RESOURCES, file), 'utf8'));
    const isR5 = url === `http://hl7.org/fhir/${resourceType}/${id}`;
    expect(isR5 ? resourceType : url).toBe(
      isR5 ? 'OperationDefinition' : `${CANONICAL}/${resourceType}/${id}`,
    );
  });
});
