import type { Content } from '../fhir/content.ts';
import { createPipeline, type Pipeline } from '../pipeline.ts';
import { conformanceResources, storeConformance } from '../store/conformance.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { createValidator, type Validate } from '../validation/validate.ts';

/** Everything that works on one database. */
export interface Work {
  readonly store: Store;
  readonly validate: Validate;
  readonly pipeline: Pipeline;
  readonly conformance: readonly Content[];
}

/** The time as a FHIR instant. */
export const now = (): string => new Date().toISOString();

/** Opens a database and sets everything to work on it. Throws StoreUnavailable. */
export const openWork = async (database: string): Promise<Work> => {
  const store = await openStore(database);
  const validate = createValidator();
  const conformance = conformanceResources();
  await storeConformance(store, conformance, now());
  return { store, validate, conformance, pipeline: createPipeline({ store, validate, now }) };
};
