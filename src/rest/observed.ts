import type { RequestHandler, Response } from 'express';
import { stopwatch } from '../metrics/stopwatch.ts';
import { REQUEST_ID } from './request-id.ts';
import type { Route } from './route.ts';
import type { Service } from './service.ts';

const nameOf = (route: Route | undefined): string => {
  if (route === undefined) return 'none';
  const { interaction = route.name } = route;
  return typeof interaction === 'string' ? interaction : `$${interaction.operation}`;
};

/** Tells of each request once it is answered; `routeOf` is what was found for it. */
export const observed = (
  { metrics, logExchange }: Service,
  routeOf: (response: Response) => Route | undefined,
): RequestHandler => {
  const requests = metrics.timed(
    'trialbridge_request_duration_seconds',
    'Requests, from their first byte to the last one of the answer',
    ['interaction', 'status'],
  );
  let running = 0;
  metrics.gauge('trialbridge_requests_running', 'Requests that are being answered', () => running);
  return ({ method }, response, next) => {
    const elapsed = stopwatch();
    running += 1;
    response.once('close', () => {
      running -= 1;
      const seconds = elapsed();
      const interaction = nameOf(routeOf(response));
      const { statusCode: status } = response;
      requests.observe({ interaction, status }, seconds);
      logExchange({
        ...{ requestId: String(response.getHeader(REQUEST_ID)), method, interaction, status },
        ms: Math.round(seconds * 1e4) / 10,
        aborted: !response.writableFinished,
      });
    });
    next();
  };
};
