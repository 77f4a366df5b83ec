import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Bundle, SubscriptionStatus } from 'fhir/r5.js';
import { parse } from '../../../src/fhir/json.ts';
import { parseXml } from '../../../src/fhir/xml/parse.ts';

/** A notification as it came. */
export interface Received {
  readonly text: string;
  readonly headers: IncomingHttpHeaders;
  readonly bundle: Bundle;
  readonly status: SubscriptionStatus;
}

/** A notification in a text, in JSON or XML. */
export const receivedIn = (text: string, headers: IncomingHttpHeaders = {}): Received => {
  const read = text.startsWith('<') ? parseXml(text) : parse(text);
  if (!('value' in read)) throw new Error(`${JSON.stringify(read)} in ${text}`);
  const bundle = read.value as Bundle;
  return { text, headers, bundle, status: bundle.entry?.[0]?.resource as SubscriptionStatus };
};

/** The numbers of the events in a notification. */
export const numbersIn = ({ status: { notificationEvent = [] } }: Received): readonly number[] =>
  notificationEvent.map(({ eventNumber }) => Number(eventNumber));

/** A subscriber that takes what is sent to it. */
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** What it answers with. */
  status: number;
  readonly close: () => void;
}

/** Starts a receiver on a free loopback port; to whom it answers with a failure it did not receive. */
export const startReceiver = async (): Promise<Receiver> => {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const { status } = receiver;
    if (status < 300) received.push(receivedIn(Buffer.concat(parts).toString(), request.headers));
    response.writeHead(status, { Location: receiver.url }).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    status: 200,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return receiver;
};
