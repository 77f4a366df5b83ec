import { CANONICAL } from '../../fhir/canonical.ts';
import { RESOURCE_TYPES } from '../../fhir/resource-type.ts';
import type { Access } from '../access.ts';
import { parametersAnswer } from './answers.ts';
import { operation } from './operation.ts';
import { storedVersion } from './stored.ts';

/** Who may change everything of which the index is made anew. */
const INDEXER: Access = { permissions: ['u'], wholly: 'own' };

/** Finds out anew by which values stored resources are found. */
export const reindex = operation({
  code: 'reindex',
  definition: `${CANONICAL}/OperationDefinition/reindex`,
  summary: 'Index anew what is stored',
  levels: { system: INDEXER, type: INDEXER, instance: INDEXER },
  byGet: [],
  types: RESOURCE_TYPES,
  output: 'Parameters',
  failures: ['not-found', 'gone'],
  inputs: {},
  run: async (_, request, service) => {
    const { type, id } = request;
    const version = id === '' ? undefined : await storedVersion(request, service);
    if (version !== undefined && 'failure' in version) return version;
    const places = [type, id].filter((one) => one !== '');
    const valueInteger = await service.store.reindex(...places);
    return parametersAnswer([{ name: 'resources', valueInteger }]);
  },
});

/** How far the index follows search parameters that were stored or changed. */
export const reindexStatus = operation({
  code: 'reindex-status',
  definition: `${CANONICAL}/OperationDefinition/reindex-status`,
  summary: 'How far the index follows stored search parameters',
  levels: { system: { permissions: ['r'], wholly: ['SearchParameter'] } },
  byGet: ['system'],
  types: [],
  output: 'Parameters',
  failures: [],
  inputs: {},
  run: async (_, __, { store }) => {
    const under = store.reindexing();
    if (under === undefined) return parametersAnswer([{ name: 'running', valueBoolean: false }]);
    return parametersAnswer([
      { name: 'running', valueBoolean: true },
      { name: 'total', valueInteger: under.total },
      { name: 'done', valueInteger: under.done },
      ...under.parameters.map((valueCanonical) => ({ name: 'parameter', valueCanonical })),
    ]);
  },
});
