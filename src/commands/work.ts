import { measuredPipeline } from '../metrics/measured-pipeline.ts';
import { measuredStore } from '../metrics/measured-store.ts';
import { measuredValidate } from '../metrics/measured-validate.ts';
import { createMetrics } from '../metrics/metrics.ts';
import { type FhirPackage, findInPackages } from '../packages/package.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Service } from '../rest/service.ts';
import { storedCanonical } from '../store/canonical.ts';
import { conformanceResources, profilesAmong, storeConformance } from '../store/conformance.ts';
import type { StoreOptions } from '../store/create-store.ts';
import { NeededCanonicals } from '../store/needed-canonicals.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { unwritten } from '../store/unwritten.ts';
import { createTerminology } from '../terminology/terminology.ts';
import { createValidator } from '../validation/validate.ts';
import { canonicals } from './canonicals.ts';

/** Everything that works on one database. */
export type Work = Pick<
  Service,
  | 'referentialIntegrity'
  | 'store'
  | 'validate'
  | 'withStored'
  | 'terminology'
  | 'pipeline'
  | 'preview'
  | 'profiles'
  | 'metrics'
>;

/** The time as a FHIR instant. */
export const now = (): string => new Date().toISOString();

/** How a database is worked on. */
interface WorkOptions extends StoreOptions {
  /** What defines more than the project itself. */
  readonly packages?: readonly FhirPackage[];
  /** The identifier systems of sources whose texts may not be passed on. */
  readonly withhold?: ReadonlySet<string>;
}

/** Opens a database and sets everything to work on it. Throws StoreUnavailable. */
export const openWork = async (
  database: string,
  { referentialIntegrity = true, packages = [], withhold = new Set(), ...options }: WorkOptions = {},
): Promise<Work> => {
  const metrics = createMetrics();
  const store = measuredStore(await openStore(database, { referentialIntegrity, ...options }), metrics);
  const packaged = findInPackages(packages);
  const needed = new NeededCanonicals(store);
  const validator = createValidator({
    ...canonicals(
      [],
      (type, url, version) => packaged(type, url, version) ?? needed.find(type, url, version),
    ),
    ownsReferences: true,
  });
  const validate = measuredValidate(validator, metrics);
  const pipelineTo = async (target: Store): Promise<Pipeline> => {
    const { createPipeline } = await import('../pipeline.ts');
    return createPipeline({ store: target, validate, withhold, now });
  };
  let pipeline: Promise<Pipeline> | undefined;
  const conformance = conformanceResources();
  await storeConformance(store, conformance, now());
  // They are large, and in the store now: only where the profiles are is kept.
  const profiles = profilesAmong(conformance);
  return {
    referentialIntegrity,
    store,
    validate,
    withStored: (work) => needed.provide(work),
    terminology: createTerminology(
      async (type, url, version) =>
        (await storedCanonical(store, type, url, version)) ?? packaged(type, url, version),
    ),
    profiles,
    metrics,
    pipeline: () => {
      pipeline ??= pipelineTo(store).then((one) => measuredPipeline(one, metrics));
      return pipeline;
    },
    preview: () => pipelineTo(unwritten(store)),
  };
};
