import type { Content } from '../fhir/content.ts';
import { type FhirPackage, findInPackages } from '../packages/package.ts';
import { createPipeline, type Pipeline } from '../pipeline.ts';
import { storedCanonical } from '../store/canonical.ts';
import { conformanceResources, storeConformance } from '../store/conformance.ts';
import { NeededCanonicals } from '../store/needed-canonicals.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { unwritten } from '../store/unwritten.ts';
import { createTerminology, type Terminology } from '../terminology/terminology.ts';
import { createValidator, type Validate } from '../validation/validate.ts';
import { canonicals } from './canonicals.ts';

/** Everything that works on one database. */
export interface Work {
  /** Whether the store keeps references from leading nowhere. */
  readonly referentialIntegrity: boolean;
  readonly store: Store;
  readonly validate: Validate;
  /** Does work, such as validation, with the stored canonical resources that it needs. */
  readonly withStored: <Result>(work: () => Result) => Promise<Result>;
  readonly terminology: Terminology;
  readonly pipeline: Pipeline;
  /** The same, but nothing is written. */
  readonly preview: Pipeline;
  readonly conformance: readonly Content[];
}

/** The time as a FHIR instant. */
export const now = (): string => new Date().toISOString();

/** How a database is worked on. */
interface WorkOptions {
  readonly referentialIntegrity?: boolean;
  /** What defines more than the project itself. */
  readonly packages?: readonly FhirPackage[];
  /** The identifier systems of sources whose texts may not be passed on. */
  readonly withhold?: ReadonlySet<string>;
  /** Whether writes wait for the store to be flushed. */
  readonly gathersWrites?: boolean;
}

/** Opens a database and sets everything to work on it. Throws StoreUnavailable. */
export const openWork = async (
  database: string,
  {
    referentialIntegrity = true,
    packages = [],
    withhold = new Set(),
    gathersWrites = false,
  }: WorkOptions = {},
): Promise<Work> => {
  const store = await openStore(database, { referentialIntegrity, gathersWrites });
  const packaged = findInPackages(packages);
  const needed = new NeededCanonicals(store);
  const validate = createValidator({
    ...canonicals(
      [],
      (type, url, version) => packaged(type, url, version) ?? needed.find(type, url, version),
    ),
    ownsReferences: true,
  });
  const conformance = conformanceResources();
  await storeConformance(store, conformance, now());
  return {
    referentialIntegrity,
    store,
    validate,
    withStored: (work) => needed.provide(work),
    terminology: createTerminology(
      async (type, url, version) =>
        (await storedCanonical(store, type, url, version)) ?? packaged(type, url, version),
    ),
    conformance,
    pipeline: createPipeline({ store, validate, withhold, now }),
    preview: createPipeline({ store: unwritten(store), validate, withhold, now }),
  };
};
