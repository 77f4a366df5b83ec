import { responseBundle } from '../fhir/bundle.ts';
import { operationOutcome } from '../fhir/issue.ts';
import type { Store } from '../store/store.ts';
import type { Answer } from './answer.ts';
import { thrownFailure } from './error.ts';
import { responseEntry } from './interaction/bundle/entry-response.ts';
import { FHIR_JSON } from './media-type.ts';
import type { Request } from './request.ts';
import type { Route } from './route.ts';
import type { Service } from './service.ts';

// Answers that are asked for later are kept by the process that works on them: https://hl7.org/fhir/R5/async-bundle.html

/** A request that is worked on, or the Bundle with what came of it. */
interface Job {
  readonly bundle?: string;
  /** Milliseconds since 1970 at which it is forgotten; absent while it is worked on. */
  readonly until?: number;
}

/** How long an answer is kept, in milliseconds. */
const KEPT = 3_600_000;

/** How many answers are kept. */
const MOST_KEPT = 200;

/** How many requests are worked on at once; further ones are answered when they are made. */
const MOST_RUNNING = 20;

const jobsOfStore = new WeakMap<Store, Map<string, Job>>();

/** The jobs on a store that have not been forgotten, the oldest first. */
const jobsOf = ({ store, now }: Service): Map<string, Job> => {
  const jobs = jobsOfStore.get(store) ?? new Map<string, Job>();
  jobsOfStore.set(store, jobs);
  const time = Date.parse(now());
  const finished = [...jobs].filter(([, { until }]) => until !== undefined);
  for (const [at, [id, { until = 0 }]] of finished.entries())
    if (until <= time || at < finished.length - MOST_KEPT) jobs.delete(id);
  return jobs;
};

const bundleOf = async (request: Request, route: Route, service: Service): Promise<string> => {
  // In a Bundle there is only FHIR.
  const inFhir: Request = {
    ...request,
    header: (name) => (name === 'accept' ? FHIR_JSON[0] : request.header(name)),
  };
  const answered = async () => {
    try {
      return await route.handler(inFhir, service);
    } catch (error) {
      service.logError(error, `${route.name}, answered later`);
      return thrownFailure(error);
    }
  };
  return responseBundle('batch-response', [responseEntry(await answered())]);
};

/** Where the answer of a job can be asked for. */
const statusUrl = ({ base }: Request, id: string): string => `${base}/_async/${id}`;

/** Begins with a request and tells where its answer will be; undefined where there is too much to do already. */
export const answeredLater = (request: Request, route: Route, service: Service): Answer | undefined => {
  const jobs = jobsOf(service);
  if ([...jobs.values()].filter(({ until }) => until === undefined).length >= MOST_RUNNING) return undefined;
  const id = service.newId();
  jobs.set(id, {});
  void bundleOf(request, route, service).then((bundle) => {
    // It may have been cancelled meanwhile.
    if (jobs.delete(id)) jobs.set(id, { bundle, until: Date.parse(service.now()) + KEPT });
  });
  const url = statusUrl(request, id);
  const issue = {
    severity: 'information',
    code: 'informational',
    text: `The answer will be at ${url}`,
  } as const;
  return {
    status: 202,
    headers: { 'Content-Location': url },
    body: JSON.stringify(operationOutcome([issue])),
  };
};

/** What is known of a job; undefined if there is none. */
export const jobOf = (id: string, service: Service): Job | undefined => jobsOf(service).get(id);

/** Forgets a job; what it has begun with may still be done. Whether there was one. */
export const forgetJob = (id: string, service: Service): boolean => jobsOf(service).delete(id);
