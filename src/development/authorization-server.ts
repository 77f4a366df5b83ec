import { randomUUID } from 'node:crypto';
import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import type { JSONWebKeySet } from 'jose';
import {
  type AuthorizationRequest,
  authorizationRequest,
  redirectOf,
  type Sent,
} from './authorization-request.ts';
import { assertionChecker, type Client } from './client-assertion.ts';
import { consentPage } from './consent-page.ts';
import { createSecrets } from './grants.ts';
import { oauthError } from './oauth-error.ts';
import { type Code, granted } from './token-request.ts';
import { createTokens } from './tokens.ts';

/** How long a code lasts, in milliseconds. */
const CODE_LASTS = 60_000;

const FORM = express.urlencoded({ extended: false, limit: '64kb' });

/** What the server says of itself: https://www.rfc-editor.org/rfc/rfc8414 */
const metadataOf = (issuer: string) => ({
  issuer,
  jwks_uri: `${issuer}/jwks`,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  registration_endpoint: `${issuer}/register`,
  grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
  response_types_supported: ['code'],
  scopes_supported: [
    'openid',
    'fhirUser',
    'offline_access',
    'online_access',
    'user/*.cruds',
    'system/*.cruds',
  ],
  code_challenge_methods_supported: ['S256'],
  token_endpoint_auth_methods_supported: ['none', 'private_key_jwt'],
  token_endpoint_auth_signing_alg_values_supported: ['ES384', 'RS384'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['ES384'],
});

const firsts = (values: Record<string, unknown>): Sent =>
  new Map(
    Object.entries(values).flatMap(([name, value]) => {
      const first: unknown = Array.isArray(value) ? value[0] : value;
      return typeof first === 'string' ? [[name, first] as const] : [];
    }),
  );

/** What is ticked in the page. */
const ticked = ({ granted: value }: Record<string, unknown>): readonly unknown[] =>
  Array.isArray(value) ? value : [value];

const redirected = (response: Response, redirect: URL, parameters: Record<string, string>): void => {
  for (const [name, value] of Object.entries(parameters)) redirect.searchParams.set(name, value);
  response.redirect(303, redirect.href);
};

/**
 * An authorization server for development alone: it believes whoever can reach it, and forgets all when the process ends.
 * `issuer` is the address at which its router stands, `audiences` those of the FHIR interface.
 */
export const developmentAuthorization = async (
  issuer: string,
  audiences: readonly string[],
  now: () => number = Date.now,
) => {
  const metadata = metadataOf(issuer);
  const tokens = await createTokens(issuer, audiences, now);
  const codes = createSecrets<Code>(CODE_LASTS, now);
  const clients = new Map<string, Client>();
  const authenticate = assertionChecker(clients, metadata.token_endpoint, now);

  /** Reads what was sent to the authorization endpoint; what is wrong is told where it can be. */
  const asked = (sent: Sent, response: Response): readonly [AuthorizationRequest, URL] | undefined => {
    const redirect = redirectOf(sent);
    if (redirect === undefined) {
      response.status(400).type('text').send('redirect_uri is to be an address on this machine');
      return undefined;
    }
    const request = authorizationRequest(sent, audiences);
    if (!('error' in request)) return [request, redirect];
    redirected(response, redirect, { ...request, state: sent.get('state') ?? '', iss: issuer });
    return undefined;
  };

  const showConsent = ({ query }: Request, response: Response): void => {
    const sent = firsts(query);
    const [request, redirect] = asked(sent, response) ?? [];
    if (request === undefined) return;
    response
      .set(
        'Content-Security-Policy',
        `default-src 'none'; form-action 'self' ${redirect?.origin}; frame-ancestors 'none'`,
      )
      .type('html')
      .send(consentPage(request, sent));
  };

  const decide = ({ query, body }: Request, response: Response): void => {
    const form = (body ?? {}) as Record<string, unknown>;
    const sent = firsts({ ...query, ...form });
    const [request, redirect] = asked(sent, response) ?? [];
    if (request === undefined || redirect === undefined) return;
    const { client, scopes, state } = request;
    const subject = sent.get('user') ?? '';
    const grant = { client, subject, scopes: scopes.filter((one) => ticked(form).includes(one)) };
    const isAllowed = sent.get('decision') === 'allow' && /^[A-Za-z0-9.-]{1,64}$/.test(subject);
    redirected(response, redirect, {
      ...(isAllowed ? { code: codes.keep({ request, grant }) } : oauthError('access_denied', 'Not allowed')),
      state,
      iss: issuer,
    });
  };

  const giveToken = async ({ body }: Request, response: Response): Promise<void> => {
    const grant = await granted(firsts(body ?? {}), codes, tokens, authenticate);
    response.set('Cache-Control', 'no-store');
    if ('error' in grant) response.status(grant.error === 'invalid_client' ? 401 : 400).json(grant);
    else response.json(await tokens.give(grant));
  };

  /** https://www.rfc-editor.org/rfc/rfc7591#section-3 */
  const register = ({ body }: Request, response: Response): void => {
    const { client_name, jwks } = (body ?? {}) as { client_name?: unknown; jwks?: Partial<JSONWebKeySet> };
    if (!Array.isArray(jwks?.keys)) {
      response.status(400).json(oauthError('invalid_client_metadata', 'jwks is to be a set of public keys'));
      return;
    }
    const id = randomUUID();
    const name = typeof client_name === 'string' ? client_name : id;
    clients.set(id, { name, jwks: { keys: jwks.keys } });
    response
      .status(201)
      .json({ client_id: id, client_name: name, jwks, token_endpoint_auth_method: 'private_key_jwt' });
  };

  const onError: ErrorRequestHandler = ({ status = 500 }, _request, response, _next) => {
    response
      .status(status)
      .json(
        status < 500
          ? oauthError('invalid_request', 'The request cannot be read')
          : oauthError('server_error', 'The server failed'),
      );
  };

  const router: Router = express.Router();
  router.get('/.well-known/openid-configuration', (_, response) => void response.json(metadata));
  router.get('/jwks', (_, response) => void response.json(tokens.keys));
  router.get('/authorize', showConsent);
  router.post('/authorize', FORM, decide);
  router.post('/token', FORM, giveToken);
  router.post('/register', express.json({ limit: '64kb' }), register);
  router.use(onError);
  return { router, metadata };
};
