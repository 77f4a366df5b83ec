import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Channel } from './channel.ts';
import { hostOf, lookupOutside, refusedHost } from './target.ts';

/** Headers by their names, each with all its values. */
const together = (headers: Channel['headers']): Record<string, string[]> =>
  Object.fromEntries(
    [...Map.groupBy(headers, ([name]) => name)].map(([name, all]) => [name, all.map(([, value]) => value)]),
  );

/**
 * Sends a notification to an endpoint. Resolves to why it has not arrived; redirects are not followed. The text holds
 * nothing of what was sent.
 */
export const post = (
  { endpoint, headers, mediaType, timeout }: Channel & { readonly endpoint: URL },
  body: string,
  allowed: ReadonlySet<string>,
  stopping: AbortSignal,
): Promise<string | undefined> => {
  const refused = refusedHost(endpoint, allowed);
  if (refused !== undefined) return Promise.resolve(refused);
  const send = endpoint.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((done) => {
    const request = send(
      endpoint,
      {
        method: 'POST',
        headers: {
          ...together(headers),
          'Content-Type': `${mediaType}; charset=utf-8`,
          'Content-Length': Buffer.byteLength(body),
        },
        signal: AbortSignal.any([AbortSignal.timeout(timeout), stopping]),
        ...(!allowed.has(hostOf(endpoint)) && { lookup: lookupOutside }),
      },
      (response) => {
        const { statusCode = 0 } = response;
        // What it says is of no interest, however much it is.
        response.destroy();
        done(statusCode >= 200 && statusCode < 300 ? undefined : `the endpoint answers with ${statusCode}`);
      },
    );
    request.on('error', (error) =>
      done(
        error.name === 'TimeoutError' || error.name === 'AbortError'
          ? `no answer in ${timeout / 1000} s`
          : error.message,
      ),
    );
    request.end(body);
  });
};
