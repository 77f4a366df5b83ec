import type { StructureDefinition } from 'fhir/r5.js';
import { describe, expect, it } from 'vitest';
import { baseDefinition } from '../../src/fhir/base-definition.ts';
import { snapshot } from '../../src/snapshot/snapshot.ts';
import { type Difference, differences } from './differences.ts';
import { differencesToPublished, publishedDefinitions } from './published.ts';

/** Why a published snapshot is another than ours, and where it may be. */
interface Reason {
  readonly text: string;
  readonly isAbout: (difference: Difference, definition: StructureDefinition) => boolean;
}

const isRoot = ({ id }: Difference): boolean => !id.includes('.');

const isSuperset = ({ expected = [], actual = [] }: Difference): boolean =>
  (expected as string[]).every((one) => (actual as string[]).includes(one));

const TEXTS = ['short', 'definition', 'comment', 'requirements', 'alias'];

const CORE: readonly Reason[] = [
  {
    text: 'R5 leaves out inherited invariants of roots where a resource has its own',
    isAbout: (one) => isRoot(one) && one.property === 'constraint' && isSuperset(one),
  },
  {
    text: 'R5 gives Base an invariant of Element, which is derived from it',
    isAbout: ({ id, property }) => id === 'Base' && property === 'constraint',
  },
  {
    text: 'R5 joins the mappings of roots and of profiled data types in another way',
    isAbout: ({ property }) => property === 'mapping',
  },
  {
    text: 'R5 let profiles inherit what tells of the base alone, such as its standards status',
    isAbout: ({ property }) => property === 'extension',
  },
  {
    text: 'a data type’s profile does not change the element that has it',
    isAbout: ({ id }, { id: name }) =>
      /cholesterol$/.test(name ?? '') && /referenceRange\.(low|high)$/.test(id),
  },
  {
    text: 'the extensions have other words now',
    isAbout: ({ id, property }) => /extension:\w+$/.test(id) && TEXTS.includes(property),
  },
  {
    text: 'an element is there as often as its slices at least',
    isAbout: ({ id, property, actual }) => /\.extension$/.test(id) && property === 'min' && actual === 1,
  },
  {
    text: 'a path by type speaks of that type only; a type whose slice cannot be there is none of the choice’s',
    isAbout: ({ id, property }, { id: name }) =>
      name === 'bp' && /value\[x\]$/.test(id) && ['slicing', 'type'].includes(property),
  },
  {
    text: 'what is said of all slices holds for each',
    isAbout: ({ id, property }) => id === 'Provenance.agent:Author.type' && property === 'binding',
  },
  {
    text: 'the element is there beside its slice',
    isAbout: ({ id, property }) => id === 'Composition.date' && property === 'added',
  },
];

const OWN: readonly Reason[] = [
  {
    text: 'SUSHI copies what is said of all slices, and of what is in them, to each, and texts about extensions at large',
    isAbout: ({ id, property }) =>
      (/:[\w-]+(\.\w+)*$/.test(id) && property === 'constraint') ||
      (/extension(:\w+)?$/.test(id) && [...TEXTS, 'mapping'].includes(property)),
  },
  {
    text: 'references to elements elsewhere name where that is',
    isAbout: ({ property, expected, actual }) =>
      property === 'contentReference' && `${actual}`.endsWith(`${expected}`),
  },
  {
    text: 'the build of the profiles drops examples, extensions for publication, and bindings of references',
    isAbout: ({ property, expected }) =>
      (['example', 'binding'].includes(property) && expected === undefined) || property === 'extension',
  },
  ...CORE.slice(0, 3),
];

const unexplained = (
  definition: StructureDefinition,
  found: readonly Difference[],
  reasons: readonly Reason[],
): readonly string[] =>
  found
    .filter((one) => !reasons.some(({ isAbout }) => isAbout(one, definition)))
    .map(
      ({ id, property, expected, actual }) =>
        `${definition.id}: ${id} ${property}: ${JSON.stringify(expected)} ≠ ${JSON.stringify(actual)}`,
    );

describe('the published snapshots', () => {
  const core = publishedDefinitions('node_modules/hl7.fhir.r5.core');
  const extensions = publishedDefinitions('node_modules/hl7.fhir.uv.extensions.r5');
  const own = publishedDefinitions('profiles/generated/resources');

  it('are made of the differentials of all extensions, to the word', () => {
    expect(extensions).toHaveLength(680);
    expect(extensions.flatMap((one) => unexplained(one, differencesToPublished(one), []))).toEqual([]);
  });

  it('are made of the differentials of all R5 profiles', () => {
    const profiles = core.filter(({ derivation }) => derivation === 'constraint');
    expect(profiles).toHaveLength(64);
    // It speaks of elements that R5 does not have.
    const [outdated, ...others] = [
      ...profiles.filter(({ id }) => id === 'ebmrecommendation'),
      ...profiles.filter(({ id }) => id !== 'ebmrecommendation'),
    ];
    expect(differencesToPublished(outdated!)[0]?.actual).toContain('ArtifactAssessment.citeAs');
    expect(others.flatMap((one) => unexplained(one, differencesToPublished(one), CORE))).toEqual([]);
  });

  it('are made of what is kept of R5’s resources and data types', () => {
    const types = core.filter(({ derivation }) => derivation !== 'constraint');
    expect(types).toHaveLength(231);
    const found = types.flatMap((one) => {
      const made = snapshot(baseDefinition(one.url)!, baseDefinition);
      return 'resourceType' in made ? unexplained(one, differences(made, one), CORE) : [`no ${one.url}`];
    });
    expect(found).toEqual([]);
  });

  it('are made of the differentials of our own profiles as SUSHI makes them', () => {
    const all = new Map(own.map((definition) => [definition.url, definition]));
    const find = (url: string): StructureDefinition | undefined => all.get(url) ?? baseDefinition(url);
    expect(own.length).toBeGreaterThan(15);
    expect(own.flatMap((one) => unexplained(one, differencesToPublished(one, find), OWN))).toEqual([]);
  });
});
