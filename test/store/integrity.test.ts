import type { FhirResource } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import { BrokenReferences, type Link, VersionConflict, type Write } from '../../src/store/store.ts';
import { at, deleting, organization, put, putting, remove, useStore } from './fixture.ts';
import { DATABASES } from './stores.ts';

const device = (id: string, owner?: string): FhirResource => ({
  resourceType: 'Device',
  id,
  ...(owner !== undefined && { owner: { reference: owner } }),
});

const brokenBy = async (made: Promise<unknown>): Promise<readonly Link[]> => {
  const error = await made.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(BrokenReferences);
  return (error as BrokenReferences).links;
};

describe.each(DATABASES)('references that must lead to something: $name', (kind) => {
  const opened = useStore(kind);
  const write = (...writes: Write[]) => opened.store.write({ writes }, at(0));

  test('are refused where they lead to nothing, and named', async () => {
    const { store } = opened;
    expect(await brokenBy(put(store, device('d', 'Organization/x')))).toEqual([
      { from: 'Device/d', to: 'Organization/x' },
    ]);
    await put(store, organization('x'));
    await put(store, device('d', 'Organization/x'));
    expect(await brokenBy(put(store, device('d', 'Organization/y'), 1))).toHaveLength(1);
    expect(await brokenBy(put(store, device('e', 'Device/x')))).toHaveLength(1);
    expect(await store.read('Device', 'd')).toMatchObject({ versionId: 1 });
    expect(await store.read('Device', 'e')).toBeUndefined();
  });

  test('may lead to the batch itself and to themselves', async () => {
    await write(putting(device('d', 'Organization/x')), putting(organization('x')));
    await write(
      putting({
        resourceType: 'Group',
        id: 'g',
        type: 'person',
        membership: 'definitional',
        managingEntity: { reference: 'Group/g' },
      } as FhirResource),
    );
    expect(
      await brokenBy(write(putting(device('d', 'Organization/x'), 1), deleting('Organization', 'x', 1))),
    ).toEqual([{ from: 'Device/d', to: 'Organization/x' }]);
  });

  test('of a version lead to any version there is, and survive its deletion', async () => {
    const { store } = opened;
    await put(store, organization('x'));
    await put(store, device('one', 'Organization/x/_history/1'));
    expect(await brokenBy(put(store, device('two', 'Organization/x/_history/2')))).toEqual([
      { from: 'Device/two', to: 'Organization/x/_history/2' },
    ]);
    await write(putting(organization('x', '2'), 1), putting(device('two', 'Organization/x/_history/2')));
    await remove(store, 'Organization', 'x', 2);
    await put(store, device('one', 'Organization/x/_history/2'), 1);
    expect(await brokenBy(put(store, device('one', 'Organization/x/_history/3'), 2))).toHaveLength(1);
    expect(await brokenBy(put(store, device('one', 'Organization/x'), 2))).toHaveLength(1);
  });

  test('keep what they lead to from being deleted, unless they go, too', async () => {
    const { store } = opened;
    await put(store, organization('x'));
    await put(store, device('one', 'Organization/x'));
    await put(store, device('two', 'Organization/x'));
    expect(await brokenBy(remove(store, 'Organization', 'x', 1))).toEqual([
      { from: 'Device/one', to: 'Organization/x' },
      { from: 'Device/two', to: 'Organization/x' },
    ]);
    const referrers = await store.referrers([{ type: 'Organization', id: 'x' }]);
    expect(referrers.map(({ from }) => from)).toEqual(['Device/one', 'Device/two']);
    expect(
      await store.referrers([
        { type: 'Organization', id: 'x' },
        { type: 'Device', id: 'one' },
      ]),
    ).toEqual([{ from: 'Device/two', to: 'Organization/x' }]);
    expect(await store.referrers([{ type: 'Device', id: 'one' }])).toEqual([]);
    await put(store, device('one'), 1);
    expect(
      await brokenBy(write(deleting('Organization', 'x', 1), putting(device('two', 'Organization/x'), 1))),
    ).toEqual([{ from: 'Device/two', to: 'Organization/x' }]);
    await write(deleting('Organization', 'x', 1), deleting('Device', 'two', 1));
    expect(await store.read('Organization', 'x')).toMatchObject({ deleted: true });
    expect(await store.referrers([{ type: 'Organization', id: 'x' }])).toEqual([]);
  });

  test('leave contained resources and other servers alone', async () => {
    await write(
      putting(device('a', '#owner')),
      putting(device('b', 'https://other.example/fhir/Organization/x')),
    );
  });

  test('hold when one refers while another deletes or changes', async () => {
    const { store } = opened;
    for (let round = 0; round < 12; round += 1) {
      const target = `o${round}`;
      await put(store, organization(target));
      const remover = async (versionId: number): Promise<unknown> =>
        remove(store, 'Organization', target, versionId).catch((error: unknown) => {
          if (error instanceof VersionConflict && versionId === 1) return remover(2);
          if (!(error instanceof VersionConflict || error instanceof BrokenReferences)) throw error;
        });
      await Promise.all([
        remover(1),
        put(store, organization(target, 'changed'), 1).catch((error: unknown) => {
          if (!(error instanceof VersionConflict)) throw error;
        }),
        ...Array.from({ length: 3 }, (_, n) =>
          put(store, device(`d${round}-${n}`, `Organization/${target}`)).catch((error: unknown) => {
            if (!(error instanceof BrokenReferences)) throw error;
          }),
        ),
      ]);
      const deleted = (await store.read('Organization', target))?.deleted;
      const referrers = await store.referrers([{ type: 'Organization', id: target }]);
      if (deleted) expect(referrers).toEqual([]);
      else expect(referrers.length).toBeGreaterThan(0);
    }
  });
});

describe.each(DATABASES)('references that may lead to nothing: $name', (kind) => {
  const opened = useStore(kind, { referentialIntegrity: false });

  test('are stored, and what they lead to can be deleted', async () => {
    const { store } = opened;
    await put(store, device('one', 'Organization/x'));
    await put(store, organization('x'));
    await remove(store, 'Organization', 'x', 1);
    expect(await store.referrers([{ type: 'Organization', id: 'x' }])).toEqual([
      { from: 'Device/one', to: 'Organization/x' },
    ]);
  });
});
