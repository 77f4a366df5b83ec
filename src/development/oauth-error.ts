/** Why nothing is granted: https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
export interface OAuthError {
  readonly error:
    | 'access_denied'
    | 'invalid_client'
    | 'invalid_client_metadata'
    | 'invalid_grant'
    | 'invalid_request'
    | 'invalid_scope'
    | 'server_error'
    | 'unsupported_grant_type'
    | 'unsupported_response_type';
  readonly error_description: string;
}

/** An error of OAuth. */
export const oauthError = (error: OAuthError['error'], error_description: string): OAuthError => ({
  error,
  error_description,
});
