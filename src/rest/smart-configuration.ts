import type { AuthorizationServer } from '../security/security.ts';
import { fail } from './error.ts';
import type { Handler } from './request.ts';

/** What a client can rely on: https://hl7.org/fhir/smart-app-launch/STU2.2/conformance.html#capabilities */
const capabilitiesOf = ({
  authorization_endpoint,
  scopes_supported = [],
  token_endpoint_auth_methods_supported: methods = [],
}: AuthorizationServer): readonly string[] => [
  ...(authorization_endpoint === undefined ? [] : ['launch-standalone', 'authorize-post']),
  ...(methods.includes('none') ? ['client-public'] : []),
  ...(methods.includes('private_key_jwt') ? ['client-confidential-asymmetric'] : []),
  ...(scopes_supported.includes('openid') ? ['sso-openid-connect'] : []),
  ...(scopes_supported.includes('offline_access') ? ['permission-offline'] : []),
  ...(scopes_supported.includes('online_access') ? ['permission-online'] : []),
  'permission-patient',
  'permission-user',
  'permission-v1',
  'permission-v2',
];

/** Where to get a token: https://hl7.org/fhir/smart-app-launch/STU2.2/conformance.html#using-well-known */
export const smartConfiguration: Handler = async (_, { security }) => {
  if (security === undefined)
    return fail('not-found', 'not-supported', 'This server asks nobody for a token');
  const { authorizationServer } = security;
  const configuration = { ...authorizationServer, capabilities: capabilitiesOf(authorizationServer) };
  return { status: 200, mediaType: 'application/json', body: JSON.stringify(configuration) };
};
