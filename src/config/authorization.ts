import type { Called } from './configuration.ts';
import { isLoopback } from './format.ts';
import type { ServeSettings } from './serve-options.ts';

/** Who gives the tokens that clients need. */
export type Authorization =
  | { readonly kind: 'none' }
  | { readonly kind: 'issuer'; readonly issuer: string; readonly audience: string | undefined }
  | { readonly kind: 'development' };

/** Who gives tokens; a string says what is wrong, as that the whole network would be let in. */
export const authorizationOf = (
  { host, issuer, audience, ...settings }: ServeSettings,
  called: Called<keyof ServeSettings>,
): Authorization | string => {
  if (settings['development-auth']) {
    if (issuer !== undefined) return `either ${called('issuer')} or ${called('development-auth')}, not both`;
    return isLoopback(host)
      ? { kind: 'development' }
      : `${called('development-auth')} believes everybody: it serves loopback addresses alone, not ${host}`;
  }
  if (issuer !== undefined) return { kind: 'issuer', issuer, audience };
  if (audience !== undefined) return `${called('audience')} belongs to an --issuer`;
  return isLoopback(host) || settings['insecure-open-access']
    ? { kind: 'none' }
    : `on ${host} anyone in reach could read, change and delete everything: name an --issuer of tokens, or say --insecure-open-access`;
};
