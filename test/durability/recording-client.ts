import { setTimeout as delay } from 'node:timers/promises';
import type { Bundle, FhirResource, Organization } from 'fhir/r5.js';
import type { Change, Reading, Seen } from './recorded.ts';

/** How long an answer is waited for, and how long after one that did not come, in milliseconds. */
const PATIENCE = 30_000;
const PAUSE = 20;

/** Answers to a change that others were faster than, and to a read of what is not there. */
const REFUSED = [409, 412];
const ABSENT = [404, 410];

/** What clients of one service have recorded so far. */
export interface Record {
  readonly changes: Change[];
  readonly readings: Reading[];
  readonly faults: string[];
  /** Whether answers may fail to come, or say that the service is unavailable. */
  expectsLoss: boolean;
}

/** An answer, with its body. */
interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

interface Sent {
  readonly method: string;
  /** Under the base. */
  readonly path: string;
  readonly body?: FhirResource;
  readonly headers?: { readonly [name: string]: string };
}

type Tried = Pick<Change, 'token' | 'places' | 'deletes' | 'replaces' | 'condition'>;

const organization = (token: string, id?: string, condition = token): Organization => ({
  resourceType: 'Organization',
  ...(id !== undefined && { id }),
  name: token,
  identifier: [{ system: 'urn:example:site', value: condition }],
});

const placeOf = (id: string): string => `Organization/${id}`;

const versionOf = (tag: string | null | undefined): number =>
  Number(/^W\/"(\d+)"$/.exec(tag ?? '')?.[1] ?? 0);

/** `Type/id` of the version that a Location names. */
const placeIn = (location: string | null | undefined): string =>
  (location ?? '').split('/').slice(-4, -2).join('/');

const seenInResource = ({ headers, text }: Answered): readonly Seen[] => [
  {
    place: placeIn(headers.get('location')),
    versionId: versionOf(headers.get('etag')),
    token: (JSON.parse(text) as Organization).name ?? '',
  },
];

/** A client of the FHIR interface at `base` that records what it does and sees; it never throws. */
export const recordingClient = (base: string, record: Record) => {
  const send = async ({ method, path, body, headers }: Sent): Promise<Answered | undefined> => {
    try {
      const answer = await fetch(`${base}${path}`, {
        method,
        headers: { 'Content-Type': 'application/fhir+json', ...headers },
        body: body === undefined ? null : JSON.stringify(body),
        signal: AbortSignal.timeout(PATIENCE),
      });
      const text = await answer.text();
      if (answer.status !== 503) return { status: answer.status, headers: answer.headers, text };
      if (!record.expectsLoss) record.faults.push(`${method} ${path} was refused: ${text}`);
    } catch (error) {
      if (!record.expectsLoss) record.faults.push(`${method} ${path} got no answer: ${error}`);
    }
    await delay(PAUSE);
    return undefined;
  };

  const change = async (
    sent: Sent,
    tried: Tried,
    seenIn: (answer: Answered) => readonly Seen[] = seenInResource,
  ): Promise<void> => {
    const begun = performance.now();
    const answer = await send(sent);
    const times = { begun, ended: performance.now() };
    const tell = (outcome: Change['outcome'], seen: readonly Seen[] = []): void => {
      record.changes.push({ ...tried, ...times, outcome, seen });
    };
    if (answer === undefined) tell('unknown');
    else if (REFUSED.includes(answer.status)) tell('refused');
    else if (answer.status < 300) {
      const seen = seenIn(answer);
      if (tried.deletes || seen.every(({ token }) => token === tried.token)) return tell('made', seen);
      // What met the condition was there already.
      tell('refused');
      record.readings.push({ ...times, seen });
    } else {
      tell('unknown');
      record.faults.push(`${sent.method} ${sent.path} was answered with ${answer.status}: ${answer.text}`);
    }
  };

  const look = async (
    path: string,
    seenIn: (answer: Answered) => readonly Seen[],
  ): Promise<Seen | undefined> => {
    const begun = performance.now();
    const answer = await send({ method: 'GET', path });
    if (answer === undefined) return undefined;
    if (answer.status !== 200 && !ABSENT.includes(answer.status)) {
      record.faults.push(`GET ${path} was answered with ${answer.status}: ${answer.text}`);
      return undefined;
    }
    const seen = seenIn(answer);
    record.readings.push({ begun, ended: performance.now(), seen });
    return seen[0];
  };

  return {
    create: (token: string) =>
      change(
        { method: 'POST', path: '/Organization', body: organization(token) },
        { token, places: [undefined] },
      ),

    createUnder: (condition: string, token: string) =>
      change(
        {
          method: 'POST',
          path: '/Organization',
          body: organization(token, undefined, condition),
          headers: { 'If-None-Exist': `identifier=${condition}` },
        },
        { token, places: [undefined], condition },
      ),

    update: (id: string, token: string) =>
      change(
        { method: 'PUT', path: `/${placeOf(id)}`, body: organization(token, id) },
        { token, places: [placeOf(id)] },
      ),

    updateVersion: (id: string, token: string, replaces: number) =>
      change(
        {
          method: 'PUT',
          path: `/${placeOf(id)}`,
          body: organization(token, id),
          headers: { 'If-Match': `W/"${replaces}"` },
        },
        { token, places: [placeOf(id)], replaces },
      ),

    remove: (id: string, token: string) =>
      change(
        { method: 'DELETE', path: `/${placeOf(id)}` },
        { token, places: [placeOf(id)], deletes: true },
        ({ headers }) => [{ place: placeOf(id), versionId: versionOf(headers.get('etag')) }],
      ),

    /** Writes to all ids, and creates one more. */
    transact: (ids: readonly string[], token: string) => {
      const put = (id: string) => ({
        resource: organization(token, id),
        request: { method: 'PUT' as const, url: placeOf(id) },
      });
      const post = {
        resource: organization(token),
        request: { method: 'POST' as const, url: 'Organization' },
      };
      return change(
        {
          method: 'POST',
          path: '',
          body: { resourceType: 'Bundle', type: 'transaction', entry: [...ids.map(put), post] },
        },
        { token, places: [...ids.map(placeOf), undefined] },
        ({ text }) =>
          ((JSON.parse(text) as Bundle).entry ?? []).map(({ response }) => ({
            place: placeIn(response?.location),
            versionId: versionOf(response?.etag),
            token,
          })),
      );
    },

    /** What is there, if it was told. */
    read: (id: string) =>
      look(`/${placeOf(id)}`, ({ status, headers, text }) => [
        {
          place: placeOf(id),
          versionId: versionOf(headers.get('etag')),
          ...(status === 200 && { token: (JSON.parse(text) as Organization).name ?? '' }),
        },
      ]),

    /** Looks at several at one moment. */
    search: (ids: readonly string[]) =>
      look(`/Organization?_id=${ids.join()}`, ({ text }) =>
        ((JSON.parse(text) as Bundle<Organization>).entry ?? []).map(({ resource }) => ({
          place: placeOf(resource?.id ?? ''),
          versionId: Number(resource?.meta?.versionId),
          token: resource?.name ?? '',
        })),
      ),
  };
};
