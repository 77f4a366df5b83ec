import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Security } from '../security/security.ts';

/** What the pages of the workbench may load and do: https://www.w3.org/TR/CSP3/ */
const directives = (security: Security | undefined) => ({
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  // They ask for their tokens themselves.
  connectSrc: ["'self'", ...(security ? [new URL(security.authorizationServer.token_endpoint).origin] : [])],
  fontSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
});

/** Headers by which browsers are kept from what nobody means them to do: https://helmetjs.github.io */
export const securityHeaders = (security: Security | undefined): RequestHandler =>
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives: directives(security) },
    referrerPolicy: { policy: 'same-origin' },
    // Other origins are let in by CORS, or not at all.
    crossOriginResourcePolicy: false,
    // Whether there is TLS, and on which names, is known to what ends it.
    strictTransportSecurity: false,
  });
