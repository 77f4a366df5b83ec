import { escapeUTF8 } from 'entities';
import type { AuthorizationRequest, Sent } from './authorization-request.ts';

const hidden = ([name, value]: readonly [string, string]): string =>
  `<input type="hidden" name="${escapeUTF8(name)}" value="${escapeUTF8(value)}">`;

const box = (scope: string): string =>
  `<li><label><input type="checkbox" name="granted" value="${escapeUTF8(scope)}" checked> ${escapeUTF8(scope)}</label></li>`;

/** The page that asks who someone is, and what of the scopes a client is to have; it asks for no password. */
export const consentPage = ({ client, scopes }: AuthorizationRequest, sent: Sent): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sign in (development)</title></head>
<body>
<h1>Sign in</h1>
<p>This is for development: whoever can open this page is believed.</p>
<form method="post">
${[...sent].map(hidden).join('\n')}
<p><label>User <input name="user" value="developer" required maxlength="64" pattern="[A-Za-z0-9.\\-]+"></label></p>
<fieldset>
<legend>${escapeUTF8(client)} may have</legend>
<ul>
${scopes.map(box).join('\n')}
</ul>
</fieldset>
<p><button name="decision" value="allow">Allow</button> <button name="decision" value="deny" formnovalidate>Deny</button></p>
</form>
</body>
</html>
`;
