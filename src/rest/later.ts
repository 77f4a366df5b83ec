import { responseBundle } from '../fhir/bundle.ts';
import { operationOutcome } from '../fhir/issue.ts';
import { keyOf } from '../security/principal.ts';
import type { LaterAnswer } from '../store/answers.ts';
import type { Answer } from './answer.ts';
import { thrownFailure } from './error.ts';
import { responseEntry } from './interaction/bundle/entry-response.ts';
import { FHIR_JSON } from './media-type.ts';
import type { Request } from './request.ts';
import type { Route } from './route.ts';
import type { Service } from './service.ts';
import type { FhirVersion } from './version/fhir-version.ts';
import { R5 } from './version/r5.ts';

// Answers that are asked for later wait in the store, for any process on it: https://hl7.org/fhir/R5/async-bundle.html

/** How long an answer is kept, in milliseconds. */
const KEPT = 3_600_000;

/** After how long without a word of a process its work has come to nothing, and how often it says a word. */
const PATIENCE = 60_000;
const WORD = 20_000;

/** How many requests a process works on at once; further ones are answered when they are made. */
const MOST_RUNNING = 20;

/** What waits is of R5, as its client may ask for it in any version: of what another has parts of, it is whole. */
const whileWaiting = (version: FhirVersion): FhirVersion =>
  version === R5 ? R5 : { ...version, part: (text) => text };

const bundleOf = async (request: Request, route: Route, service: Service): Promise<string> => {
  // In a Bundle there is only FHIR.
  const inFhir: Request = {
    ...request,
    fhirVersion: whileWaiting(request.fhirVersion),
    header: (name) => (name === 'accept' ? FHIR_JSON[0] : request.header(name)),
  };
  const answered = async () => {
    try {
      return await route.handler(inFhir, service);
    } catch (error) {
      service.logError(error, `${route.name}, answered later`, request.requestId);
      return thrownFailure(error, request.requestId);
    }
  };
  return responseBundle('batch-response', [responseEntry(await answered())]);
};

/** Where the answer of a job can be asked for. */
const statusUrl = ({ base }: Request, id: string): string => `${base}/_async/${id}`;

/** Works on a request while the store remembers that, and leaves the answer to the store. */
const work = async (id: string, request: Request, route: Route, service: Service): Promise<void> => {
  const { store, now, logError } = service;
  const time = () => Date.parse(now());
  const failed = (error: unknown) => logError(error, `${route.name}, answered later`, request.requestId);
  const word = setInterval(
    () => store.answers.proceed(id, { until: time() + PATIENCE }).catch(failed),
    WORD,
  ).unref();
  try {
    const text = await bundleOf(request, route, service);
    await store.answers.proceed(id, { text, until: time() + KEPT });
  } catch (error) {
    failed(error);
  } finally {
    clearInterval(word);
  }
};

/** That a request is answered later, and where. */
export const acceptedAt = (url: string): Answer => {
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

/** Begins with a request and tells where its answer will be; undefined where there is too much to do already. */
export const answeredLater = async (
  request: Request,
  route: Route,
  service: Service,
): Promise<Answer | undefined> => {
  const { store, now, newId, working } = service;
  if (working.size >= MOST_RUNNING) return undefined;
  const id = newId();
  const time = Date.parse(now());
  working.add(id);
  try {
    await store.answers.expire(time - KEPT);
    await store.answers.begin(id, keyOf(request.principal), time + PATIENCE);
  } catch (error) {
    working.delete(id);
    throw error;
  }
  void work(id, request, route, service).finally(() => working.delete(id));
  return acceptedAt(statusUrl(request, id));
};

/** What is known of the answer that a request names; undefined if there is none for who asks: it is for nobody else. */
export const laterAnswer = async (
  { id, principal }: Request,
  { store }: Service,
): Promise<LaterAnswer | undefined> => {
  const answer = await store.answers.find(id);
  return answer?.owner === keyOf(principal) ? answer : undefined;
};
