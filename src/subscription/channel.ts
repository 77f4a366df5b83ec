import type { Subscription } from 'fhir/r5.js';
import type { Issue } from '../fhir/issue.ts';
import { wrongAt } from './reading.ts';
import { refusedHost } from './target.ts';

/** How much of a resource is told: https://hl7.org/fhir/R5/valueset-subscription-payload-content.html */
export const CONTENTS = ['empty', 'id-only', 'full-resource'] as const;

export type PayloadContent = (typeof CONTENTS)[number];

/** The way to a subscriber: https://hl7.org/fhir/R5/subscriptions.html#channels */
export interface Channel {
  readonly kind: 'rest-hook' | 'websocket';
  /** Absent for web sockets, which the subscriber opens. */
  readonly endpoint?: URL;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly mediaType: 'application/fhir+json' | 'application/fhir+xml';
  readonly content: PayloadContent;
  /** How many events are told at once. */
  readonly maxCount: number;
  /** In milliseconds. */
  readonly timeout: number;
  readonly heartbeatPeriod?: number;
}

/** https://terminology.hl7.org/CodeSystem-subscription-channel-type.html */
const CHANNEL_TYPES = 'http://terminology.hl7.org/CodeSystem/subscription-channel-type';

/** How many events are told at once, at most. */
const MOST_EVENTS = 100;

/** How long an endpoint is waited for where the subscription does not say, and at most, in seconds. */
const PATIENCE = 10;
const MOST_PATIENCE = 60;

/** A header's name and value: https://www.rfc-editor.org/rfc/rfc9110#section-5 */
const HEADER_NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const HEADER_VALUE = /^[\t\x20-\x7e]*$/;

/** Headers that belong to the connection or to what is sent, not to the subscriber. */
const OWN_HEADERS =
  /^(?:connection|content-.*|expect|host|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade)$/i;

const mediaTypeOf = (contentType = 'application/fhir+json'): Channel['mediaType'] | undefined => {
  const [type = '', ...parameters] = contentType.split(';').map((part) => part.trim().toLowerCase());
  const known = (['application/fhir+json', 'application/fhir+xml'] as const).find((one) => one === type);
  return parameters.every((one) => /^(?:fhirversion=5\.0|charset=utf-8)$/.test(one)) ? known : undefined;
};

function* problems(subscription: Subscription, allowed: ReadonlySet<string>): Generator<Issue> {
  const { channelType, endpoint, parameter = [], contentType, content } = subscription;
  const { system = CHANNEL_TYPES, code } = channelType;
  const isHook = code === 'rest-hook';
  if (system !== CHANNEL_TYPES || !(isHook || code === 'websocket'))
    yield wrongAt('Subscription.channelType', 'The channels served are rest-hook and websocket');
  const url = endpoint === undefined ? null : URL.parse(endpoint);
  if (isHook && (url === null || !/^https?:$/.test(url.protocol)))
    yield wrongAt('Subscription.endpoint', 'The endpoint of a rest-hook is an http or https address');
  else if (isHook && url !== null) {
    const refused = refusedHost(url, allowed);
    if (refused !== undefined) yield wrongAt('Subscription.endpoint', refused);
    if (url.username !== '' || url.password !== '')
      yield wrongAt(
        'Subscription.endpoint',
        'Credentials belong into a parameter, which is not shown to others',
      );
  }
  if (mediaTypeOf(contentType) === undefined)
    yield wrongAt(
      'Subscription.contentType',
      'Notifications are application/fhir+json or application/fhir+xml',
    );
  if (content !== undefined && !CONTENTS.some((one) => one === content))
    yield wrongAt('Subscription.content', `The content is one of: ${CONTENTS.join(', ')}`);
  for (const [at, { name, value }] of parameter.entries())
    if (!HEADER_NAME.test(name) || OWN_HEADERS.test(name) || !HEADER_VALUE.test(value))
      yield wrongAt(`Subscription.parameter[${at}]`, 'This is no header that can be set for notifications');
}

/** The channel of a subscription, or what is wrong with it. */
export const channelOf = (
  subscription: Subscription,
  allowed: ReadonlySet<string>,
): Channel | readonly Issue[] => {
  const issues = [...problems(subscription, allowed)];
  if (issues.length > 0) return issues;
  const { channelType, endpoint, parameter = [], contentType, content = 'empty' } = subscription;
  const { maxCount = MOST_EVENTS, timeout = PATIENCE, heartbeatPeriod } = subscription;
  const isHook = channelType.code === 'rest-hook';
  return {
    kind: isHook ? 'rest-hook' : 'websocket',
    ...(isHook && endpoint !== undefined && { endpoint: new URL(endpoint) }),
    headers: parameter.map(({ name, value }) => [name, value] as const),
    mediaType: mediaTypeOf(contentType) ?? 'application/fhir+json',
    content,
    maxCount: Math.min(maxCount, MOST_EVENTS),
    timeout: Math.min(timeout || PATIENCE, MOST_PATIENCE) * 1000,
    ...(heartbeatPeriod && { heartbeatPeriod: heartbeatPeriod * 1000 }),
  };
};
