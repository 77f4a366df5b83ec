import type { FhirResource, ResearchStudy } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import { structureDefinition } from '../../src/fhir/canonical.ts';
import { content } from '../../src/fhir/content.ts';
import type { MappedTrial } from '../../src/fhir/mapped-trial.ts';
import { storeTrial } from '../../src/joining/store-trial.ts';
import { at, deleting, useStore } from '../store/fixture.ts';
import { DATABASES } from '../store/stores.ts';

const CONFLICTING = structureDefinition('conflicting-value');

const marks = (document: string, offset: number) => ({
  extension: [
    {
      url: 'http://hl7.org/fhir/StructureDefinition/derivation-reference',
      extension: [
        { url: 'reference', valueReference: { reference: `DocumentReference/${document}` } },
        { url: 'offset', valueInteger: offset },
        { url: 'length', valueInteger: 1 },
      ],
    },
    { url: structureDefinition('derivation'), valueCode: 'stated' },
  ],
});

interface Told {
  readonly document: string;
  /** What the document is a copy of. */
  readonly source?: string;
  readonly title: string;
  readonly devices?: readonly string[];
  readonly more?: Partial<ResearchStudy>;
}

/** A trial with a fact or more beside its study and its document, and an assessment of each fact. */
const trial = ({ document, source = document, title, devices = ['fact'], more = {} }: Told): MappedTrial => {
  const others = devices.map((id) =>
    content<FhirResource>({
      resourceType: 'Organization',
      id,
      name: title,
      _name: marks(document, 1),
    } as FhirResource),
  );
  const facts = [
    content<FhirResource>({
      resourceType: 'ResearchStudy',
      id: 'study',
      status: 'active',
      title,
      _title: marks(document, 7),
      ...more,
    } as FhirResource),
    content<FhirResource>({
      resourceType: 'DocumentReference',
      id: document,
      identifier: [{ system: 'https://example.org/records', value: source }],
      status: 'current',
      content: [{ attachment: { title: document } }],
    }),
    ...others,
  ];
  return {
    kind: 'mapped',
    study: 'study',
    document,
    resources: facts,
    facts,
    issues: [],
    assessments: (referenceOf) =>
      others.map((fact) =>
        content<FhirResource>({
          resourceType: 'ArtifactAssessment',
          id: `assessment-${fact.value.id}`,
          artifactReference: { reference: referenceOf(fact) },
        }),
      ),
    provenance: (targets) =>
      content<FhirResource>({
        resourceType: 'Provenance',
        id: `p-${document}`,
        meta: { profile: [structureDefinition('reading-provenance')] },
        target: targets.map((reference) => ({ reference })),
        agent: [{ who: { display: 'reader' } }],
        entity: [{ role: 'source', what: { reference: `DocumentReference/${document}` } }],
      }),
  };
};

describe.each(DATABASES)('a mapped trial: $name', (kind) => {
  const opened = useStore(kind);
  let seconds = 0;
  const parts = () => ({
    store: opened.store,
    validate: () => [],
    now: () => {
      seconds += 1;
      return at(seconds);
    },
  });
  const store = (told: Told) => storeTrial(parts(), trial(told));
  const written = async (told: Told) => {
    const stored = await store(told);
    if (stored.kind !== 'written') throw new Error(`${stored.kind}: ${JSON.stringify(stored)}`);
    return stored;
  };
  const versions = async () => (await opened.store.history({ count: 0 })).total;
  const read = async <T>(type: string, id: string): Promise<T> => {
    const found = await opened.store.read(type, id);
    if (found === undefined || found.deleted) throw new Error(`no ${type}/${id}`);
    return JSON.parse(found.text) as T;
  };
  const study = () =>
    read<ResearchStudy & { _title?: { extension?: { url: string }[] } }>('ResearchStudy', 'study');
  const edit = async (type: string, id: string, change: object) => {
    const current = await opened.store.read(type, id);
    if (current === undefined || current.deleted) throw new Error(`no ${type}/${id}`);
    const resource = { ...(JSON.parse(current.text) as FhirResource), ...change } as FhirResource;
    const write = {
      type,
      id,
      method: 'PUT' as const,
      content: content(resource),
      replaces: current.versionId,
    };
    await opened.store.write({ writes: [write] }, parts().now());
  };
  const conflicting = ({ _title }: Awaited<ReturnType<typeof study>>) =>
    (_title?.extension ?? []).filter(({ url }) => url === CONFLICTING);

  test('is stored once, however often it is loaded', async () => {
    expect(await store({ document: 'd', title: 'One' })).toMatchObject({ kind: 'written', study: 'study' });
    expect(await versions()).toBe(5);
    expect(await store({ document: 'd', title: 'One' })).toMatchObject({ kind: 'unchanged' });
    expect(await versions()).toBe(5);
  });

  test('is stored by one of those who load it at once', async () => {
    const one = { document: 'd', title: 'One' };
    const kinds = (await Promise.all([store(one), store(one), store(one)])).map(({ kind: did }) => did);
    expect(kinds.toSorted()).toEqual(['unchanged', 'unchanged', 'written']);
    expect(await versions()).toBe(5);
  });

  test('has new versions of what has changed, and the assessment names them', async () => {
    await store({ document: 'd', title: 'One' });
    const changed = await written({ document: 'd', title: 'Two' });
    const made = changed.versions.map(({ type, versionId }) => `${type}/${versionId}`);
    expect(made).toEqual(['ResearchStudy/2', 'Organization/2', 'ArtifactAssessment/2', 'Provenance/2']);
    expect(changed.versions[2]?.text).toContain('Organization/fact/_history/2');
  });

  test('is stored again after it was deleted, from any document', async () => {
    const first = await written({ document: 'd', title: 'One' });
    const all = first.versions.map(({ type, id, versionId }) => deleting(type, id, versionId));
    await opened.store.write({ writes: all }, at(50));
    const again = await written({ document: 'd', title: 'One' });
    expect(again.versions.every(({ versionId }) => versionId === 3)).toBe(true);

    await opened.store.write({ writes: again.versions.map(({ type, id }) => deleting(type, id, 3)) }, at(60));
    expect(await store({ document: 'other', title: 'One' })).toMatchObject({ kind: 'written' });
  });

  describe('that a second source tells, too', () => {
    const phase = (code: string) => ({ phase: { coding: [{ system: 'https://example.org/phase', code }] } });
    const condition = (...texts: string[]) => ({ condition: texts.map((text) => ({ text })) });
    const first = {
      document: 'd1',
      source: 'study',
      title: 'One',
      more: { ...phase('2'), ...condition('a', 'b') },
    };
    const second = {
      document: 'd2',
      source: 'other',
      title: 'Two',
      devices: ['fact-2'],
      more: { ...phase('2'), ...condition('b', 'c') },
    };

    const joined = async () => {
      const found = await study();
      expect(found.title).toBe('One');
      expect(conflicting(found)).toMatchObject([
        {
          valueString: 'Two',
          _valueString: {
            extension: [
              { extension: [{ valueReference: { reference: 'DocumentReference/d2' } }, {}, {}] },
              {},
            ],
          },
        },
      ]);
      expect(found.condition).toEqual([{ text: 'a' }, { text: 'b' }, { text: 'c' }]);
      expect(found.phase).toEqual({ coding: [{ system: 'https://example.org/phase', code: '2' }] });
    };

    test('is one study, which says where they disagree, in whatever order they come', async () => {
      await written(first);
      const stored = await written(second);
      expect(stored.issues).toMatchObject([
        { severity: 'warning', rule: 'sources-disagree', expression: 'ResearchStudy.title' },
      ]);
      expect(stored.issues[0]?.text).toContain('“Two”');
      await joined();
      const total = await versions();
      expect(await store(first)).toMatchObject({ kind: 'unchanged' });
      expect(await store(second)).toMatchObject({ kind: 'unchanged' });
      expect(await versions()).toBe(total);
    });

    test('and the other way round', async () => {
      await written(second);
      expect((await study()).title).toBe('Two');
      await written(first);
      await joined();
      expect(await store(second)).toMatchObject({ kind: 'unchanged' });
    });

    test('follows a source that changes its mind', async () => {
      await written(first);
      await written(second);
      await written({ ...second, document: 'd3', title: 'One', more: { ...phase('3'), ...condition('b') } });
      const found = await study();
      expect(conflicting(found)).toEqual([]);
      expect(found.condition).toEqual([{ text: 'a' }, { text: 'b' }]);
      expect(found.phase?.extension).toMatchObject([
        { url: CONFLICTING, valueCodeableConcept: { coding: [{ code: '3' }] } },
      ]);
    });
  });

  test('of a newer copy replaces the older, and what is told no more is gone', async () => {
    await written({ document: 'd1', source: 's', title: 'One', devices: ['a', 'b', 'c'] });
    await edit('Organization', 'c', { alias: ['mine'] });
    await written({ document: 'd2', source: 's', title: 'One', devices: ['a'] });
    expect(await read('DocumentReference', 'd1')).toMatchObject({ status: 'superseded' });
    expect(await read('DocumentReference', 'd2')).toMatchObject({
      relatesTo: [{ target: { reference: 'DocumentReference/d1' } }],
    });
    expect(await opened.store.read('Organization', 'b')).toMatchObject({ deleted: true });
    expect(await opened.store.read('ArtifactAssessment', 'assessment-b')).toMatchObject({ deleted: true });
    // A person has changed it.
    expect(await opened.store.read('Organization', 'c')).toMatchObject({ deleted: false });
    const total = await versions();
    expect(await store({ document: 'd2', source: 's', title: 'One', devices: ['a'] })).toMatchObject({
      kind: 'unchanged',
    });
    expect(
      await store({ document: 'd1', source: 's', title: 'One', devices: ['a', 'b', 'c'] }),
    ).toMatchObject({
      kind: 'unchanged',
      issues: [{ rule: 'newer-copy-is-stored' }],
    });
    expect(await versions()).toBe(total);
  });

  test('keeps what a person corrected, and shows what the source says', async () => {
    await written({ document: 'd', title: 'One' });
    await edit('ResearchStudy', 'study', { title: 'Right', name: 'Short' });
    await edit('Organization', 'fact', { name: 'Its right name' });
    const again = await written({ document: 'd', title: 'One' });
    expect(again.issues).toMatchObject([
      { rule: 'sources-disagree', expression: 'ResearchStudy.title' },
      { rule: 'sources-disagree', expression: 'Organization.name' },
    ]);
    const found = await study();
    expect(found).toMatchObject({ title: 'Right', name: 'Short' });
    expect(conflicting(found)).toMatchObject([{ valueString: 'One' }]);
    // Nobody’s words in the source.
    expect(found._title?.extension).toHaveLength(1);
    expect(await read('Organization', 'fact')).toMatchObject({ name: 'Its right name' });
    expect(await store({ document: 'd', title: 'One' })).toMatchObject({ kind: 'unchanged' });

    await written({ document: 'd', title: 'Two' });
    expect(await study()).toMatchObject({ title: 'Right', name: 'Short' });
    expect(conflicting(await study())).toMatchObject([{ valueString: 'Two' }]);
    // The source has come round.
    await written({ document: 'd', title: 'Right' });
    expect(conflicting(await study())).toEqual([]);
    expect(await study()).toMatchObject({ title: 'Right', name: 'Short' });
  });
});
