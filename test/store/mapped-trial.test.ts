import type { FhirResource } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import { content } from '../../src/fhir/content.ts';
import type { MappedTrial } from '../../src/fhir/mapped-trial.ts';
import { storeTrial } from '../../src/store/mapped-trial.ts';
import { at, deleting, useStore } from './fixture.ts';
import { DATABASES } from './stores.ts';

/** A trial with one fact beside its study and its document, and an assessment of the fact. */
const trial = (document: string, title: string): MappedTrial => {
  const fact = content<FhirResource>({ resourceType: 'Device', id: 'fact', displayName: title });
  const facts = [
    content<FhirResource>({ resourceType: 'ResearchStudy', id: 'study', status: 'active', title }),
    content<FhirResource>({
      resourceType: 'DocumentReference',
      id: document,
      status: 'current',
      content: [{ attachment: { title: document } }],
    }),
    fact,
  ];
  return {
    kind: 'mapped',
    study: 'study',
    document,
    resources: facts,
    facts,
    issues: [],
    assessments: (referenceOf) => [
      content<FhirResource>({
        resourceType: 'ArtifactAssessment',
        id: 'assessment',
        artifactReference: { reference: referenceOf(fact) },
      }),
    ],
    provenance: (targets) =>
      content<FhirResource>({
        resourceType: 'Provenance',
        id: `p-${document}`,
        target: targets.map((reference) => ({ reference })),
        agent: [{ who: { reference: 'Device/fact' } }],
      }),
  };
};

describe.each(DATABASES)('a mapped trial: $name', (kind) => {
  const opened = useStore(kind);
  let seconds = 0;
  const store = (document: string, title: string) =>
    storeTrial(opened.store, trial(document, title), () => {
      seconds += 1;
      return at(seconds);
    });
  const versions = async () => (await opened.store.history({ count: 0 })).total;

  test('is stored once, however often it is loaded', async () => {
    expect(await store('d', 'One')).toMatchObject({ kind: 'written', study: 'study' });
    expect(await versions()).toBe(5);
    const again = await store('d', 'One');
    expect(again).toMatchObject({ kind: 'unchanged' });
    expect(await versions()).toBe(5);
  });

  test('is stored by one of those who load it at once', async () => {
    const kinds = (await Promise.all([store('d', 'One'), store('d', 'One'), store('d', 'One')])).map(
      ({ kind: did }) => did,
    );
    expect(kinds.toSorted()).toEqual(['unchanged', 'unchanged', 'written']);
    expect(await versions()).toBe(5);
  });

  test('has new versions of what has changed, and the assessment names them', async () => {
    await store('d', 'One');
    const changed = await store('d', 'Two');
    if (changed.kind !== 'written') throw new Error(changed.kind);
    const made = changed.versions.map(({ type, versionId }) => `${type}/${versionId}`);
    expect(made).toEqual(['ResearchStudy/2', 'Device/2', 'ArtifactAssessment/2', 'Provenance/2']);
    expect(changed.versions[2]?.text).toContain('Device/fact/_history/2');
  });

  test('of another document is a conflict', async () => {
    await store('d', 'One');
    expect(await store('other', 'One')).toMatchObject({ kind: 'conflict' });
    expect(await versions()).toBe(5);
  });

  test('is stored again after it was deleted, from any document', async () => {
    const written = await store('d', 'One');
    if (written.kind !== 'written') throw new Error(written.kind);
    const all = written.versions.map(({ type, id, versionId }) => deleting(type, id, versionId));
    await opened.store.write({ writes: all }, at(50));
    const again = await store('d', 'One');
    expect(again).toMatchObject({ kind: 'written' });
    if (again.kind !== 'written') throw new Error(again.kind);
    expect(again.versions.every(({ versionId }) => versionId === 3)).toBe(true);

    await opened.store.write({ writes: again.versions.map(({ type, id }) => deleting(type, id, 3)) }, at(60));
    expect(await store('other', 'One')).toMatchObject({ kind: 'written' });
  });
});
