import { responseBundle } from '../fhir/bundle.ts';
import { operationOutcome } from '../fhir/issue.ts';
import type { Principal } from '../security/principal.ts';
import type { Answer } from './answer.ts';
import { thrownFailure } from './error.ts';
import { responseEntry } from './interaction/bundle/entry-response.ts';
import type { Job, Jobs } from './jobs.ts';
import { FHIR_JSON } from './media-type.ts';
import type { Request } from './request.ts';
import type { Route } from './route.ts';
import type { Service } from './service.ts';

// Answers that are asked for later are kept by the process that works on them: https://hl7.org/fhir/R5/async-bundle.html

/** How long an answer is kept, in milliseconds. */
const KEPT = 3_600_000;

/** How many answers are kept. */
const MOST_KEPT = 200;

/** How many requests are worked on at once; further ones are answered when they are made. */
const MOST_RUNNING = 20;

const ownerOf = (principal: Principal | undefined): string =>
  JSON.stringify([principal?.issuer, principal?.client, principal?.subject]);

/** The jobs that have not been forgotten. */
const jobsOf = ({ jobs, now }: Service): Jobs => {
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
  const owner = ownerOf(request.principal);
  jobs.set(id, { owner });
  void bundleOf(request, route, service).then((bundle) => {
    // It may have been cancelled meanwhile.
    if (jobs.delete(id)) jobs.set(id, { owner, bundle, until: Date.parse(service.now()) + KEPT });
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

/** What is known of the job that a request names; undefined if it has none. */
export const jobOf = ({ id, principal }: Request, service: Service): Job | undefined => {
  const job = jobsOf(service).get(id);
  return job?.owner === ownerOf(principal) ? job : undefined;
};

/** Forgets a job; what it has begun with may still be done. Whether there was one. */
export const forgetJob = (request: Request, service: Service): boolean =>
  jobOf(request, service) !== undefined && service.jobs.delete(request.id);
