import { CANONICAL } from '../../fhir/canonical.ts';
import { RESOURCE_TYPES } from '../../fhir/resource-type.ts';
import type { Access } from '../access.ts';
import { fail } from '../error.ts';
import { notFound } from '../interaction/read.ts';
import { parametersAnswer } from './answers.ts';
import { operation } from './operation.ts';

/** Who may delete all resources of the type. */
const PURGER: Access = { permissions: ['d'], wholly: 'own' };

/** Removes what has been deleted, with its history, as if it had never been. */
export const purge = operation({
  code: 'purge',
  definition: `${CANONICAL}/OperationDefinition/purge`,
  summary: 'Remove what has been deleted, with its history, for good',
  levels: { type: PURGER, instance: PURGER },
  byGet: [],
  types: RESOURCE_TYPES,
  onlyIf: 'allowsPurge',
  output: 'Parameters',
  failures: ['not-found', 'conflict'],
  inputs: {},
  run: async (_, request, { store }) => {
    const { type, id } = request;
    if (id !== '') {
      const current = await store.read(type, id);
      if (current === undefined) return notFound(request);
      if (!current.deleted)
        return fail(
          'conflict',
          'conflict',
          `${type}/${id} is not deleted; only what is can be removed for good`,
        );
    }
    const { resources, versions } = await store.purge(type, id === '' ? undefined : id);
    return parametersAnswer([
      { name: 'resources', valueInteger: resources },
      { name: 'versions', valueInteger: versions },
    ]);
  },
});
