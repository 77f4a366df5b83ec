import type { Coding, FhirResource, Meta } from 'fhir/r5.js';
import { content } from '../../fhir/content.ts';
import { exactTree, type Tree } from '../../fhir/exact-tree.ts';
import { RESOURCE_TYPES } from '../../fhir/resource-type.ts';
import type { Version } from '../../store/store.ts';
import { carriedOut, type Plan } from '../change.ts';
import { madeVersion } from '../interaction/create.ts';
import { replaced } from '../interaction/update.ts';
import type { Inputs } from './input.ts';
import { metaAnswer, metaOf } from './meta.ts';
import { operation } from './operation.ts';
import { storedVersion } from './stored.ts';

/** What a resource's meta becomes with the one given. */
type Change = (own: Meta, given: Meta) => Meta;

/** Makes lists of what is to be in the meta; versions and displays of codings do not tell them apart. */
const changed =
  (change: <T>(own: readonly T[], given: readonly T[], key: (item: T) => string) => readonly T[]): Change =>
  (own, given) => {
    const profile = change(own.profile ?? [], given.profile ?? [], (one) => one);
    const codings = (name: 'security' | 'tag') =>
      change<Coding>(own[name] ?? [], given[name] ?? [], ({ system = '', code = '' }) => `${system}|${code}`);
    const lists = { profile, security: codings('security'), tag: codings('tag') };
    const { profile: _, security: __, tag: ___, ...rest } = own;
    return { ...rest, ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)) };
  };

const added = changed((own, given, key) => [
  ...new Map([...given, ...own].map((one) => [key(one), one])).values(),
]);

const removed = changed((own, given, key) => {
  const keys = new Set(given.map(key));
  return own.filter((one) => !keys.has(key(one)));
});

const answer = (version: Version) => ({ ...metaAnswer(metaOf(version)), version });

/** A new version where the meta changes, checked as any other; the meta as it is then. */
const planned =
  (change: Change, given: Meta): Plan =>
  async (request, service) => {
    const current = await storedVersion(request, service);
    if ('failure' in current) return current;
    const tree = exactTree(current.text) as Tree;
    const resource = { ...tree, meta: change(metaOf(current), given) } as unknown as FhirResource;
    // What the operation makes stands nowhere in the body.
    const body = { content: content(resource), positions: () => new Map() };
    const done = replaced(request, current, body, service, 'PUT');
    if ('failure' in done) return done;
    return 'writes' in done
      ? { ...done, answer: (versions) => answer(madeVersion(versions)) }
      : answer(current);
  };

const changingMeta = (code: 'meta-add' | 'meta-delete', summary: string, change: Change) =>
  operation({
    code,
    definition: `http://hl7.org/fhir/OperationDefinition/Resource-${code}`,
    summary,
    levels: { instance: { permissions: ['r', 'u'] } },
    byGet: [],
    types: RESOURCE_TYPES,
    output: 'Parameters',
    failures: ['not-found', 'gone', 'conflict', 'precondition-failed', 'invalid'],
    inputs: {
      meta: { type: 'Meta', description: 'Profiles, tags and security labels', required: true },
    } as const satisfies Inputs,
    run: (given, request, service) => carriedOut(planned(change, given.meta))(request, service),
  });

/** https://hl7.org/fhir/R5/resource-operation-meta-add.html */
export const metaAdd = changingMeta('meta-add', 'Add profiles, tags and security labels', added);

/** https://hl7.org/fhir/R5/resource-operation-meta-delete.html */
export const metaDelete = changingMeta('meta-delete', 'Take profiles, tags and labels away', removed);
