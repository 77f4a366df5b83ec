import { CANONICAL } from '../../fhir/canonical.ts';
import { type Content, content } from '../../fhir/content.ts';
import { exactTree, type Tree } from '../../fhir/exact-tree.ts';
import { RESOURCE_TYPES } from '../../fhir/resource-type.ts';
import { diff } from '../../patch/diff.ts';
import { ANYONE, READER } from '../access.ts';
import type { Answer } from '../answer.ts';
import { type Failure, fail } from '../error.ts';
import { versionOf } from '../interaction/vread.ts';
import { operation } from './operation.ts';
import { storedVersion } from './stored.ts';

const shared = {
  code: 'diff',
  definition: `${CANONICAL}/OperationDefinition/diff`,
  types: RESOURCE_TYPES,
  output: 'Parameters',
} as const;

/** A resource without what the server sets in each version. */
const withoutVersion = (text: string): Content => {
  const { meta = {}, ...resource } = exactTree(text) as Tree & { meta?: Tree };
  const { versionId: _, lastUpdated: __, ...kept } = meta;
  return content({ ...resource, ...(Object.keys(kept).length > 0 && { meta: kept }) } as never);
};

const between = (from: string, to: string): Answer | Failure => {
  const patch = diff(withoutVersion(from), withoutVersion(to));
  return typeof patch === 'string' ? { status: 200, body: patch } : { failure: 'invalid', issues: patch };
};

/** The patch that makes one version of a resource of another: https://hl7.org/fhir/R5/fhirpatch.html */
export const diffVersions = operation({
  ...shared,
  summary: 'The patch between two versions',
  levels: { instance: READER },
  byGet: ['instance'],
  failures: ['not-found', 'gone', 'invalid'],
  inputs: {
    from: { type: 'string', description: 'Id of the version that is to be patched', required: true },
    to: { type: 'string', description: 'Id of the version wanted; the current one if it is left out' },
  },
  run: async ({ from, to }, request, service) => {
    const before = await versionOf({ ...request, versionId: from }, service);
    if ('failure' in before) return before;
    const after = await (to === undefined
      ? storedVersion(request, service)
      : versionOf({ ...request, versionId: to }, service));
    return 'failure' in after ? after : between(before.text, after.text);
  },
});

/** The patch that makes one resource of another: https://hl7.org/fhir/R5/fhirpatch.html */
export const diffResources = operation({
  ...shared,
  summary: 'The patch between two resources',
  levels: { system: ANYONE, type: ANYONE },
  byGet: [],
  failures: ['invalid'],
  inputs: {
    source: { type: 'Resource', description: 'The resource that is to be patched', required: true },
    target: { type: 'Resource', description: 'The resource wanted', required: true },
  },
  run: async ({ source, target }, { type }) => {
    const other = [source, target].find(
      ({ content: { value } }) => type !== '' && value.resourceType !== type,
    );
    return other === undefined
      ? between(source.content.text, target.content.text)
      : fail('malformed', 'invalid', `A ${other.content.value.resourceType} is not a ${type}`);
  },
});
