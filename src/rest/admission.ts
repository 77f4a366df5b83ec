import { RESOURCE_TYPES } from '../fhir/resource-type.ts';
import type { Permissions } from '../security/permissions.ts';
import type { Permission } from '../security/scope.ts';
import { type Access, ANYONE, READER, type Restricted } from './access.ts';
import type { Request } from './request.ts';
import type { Interaction, Route } from './route.ts';

/** https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html */
const OF_INTERACTION: Readonly<Record<Extract<Interaction, string>, Access>> = {
  capabilities: 'open',
  read: READER,
  vread: READER,
  'history-instance': READER,
  create: { permissions: ['c'] },
  update: { permissions: ['u'] },
  patch: { permissions: ['u'] },
  delete: { permissions: ['d'] },
  'search-type': { permissions: ['s'] },
  'search-system': { permissions: ['s'] },
  'search-compartment': { permissions: ['s'] },
  'history-type': { permissions: ['s'] },
  'history-system': { permissions: ['s'] },
  'delete-history': { permissions: ['d'], wholly: 'own' },
  'delete-history-version': { permissions: ['d'], wholly: 'own' },
  // Each entry asks for its own.
  batch: ANYONE,
};

/** What a route asks of a client. Throws where nobody has said. */
export const accessOf = ({ name, access, interaction }: Route): Access => {
  const found = access ?? (typeof interaction === 'string' ? OF_INTERACTION[interaction] : undefined);
  if (found === undefined) throw new Error(`nobody has said to whom ${name} is answered`);
  return found;
};

/** A condition finds something, too. */
const isConditional = ({ query, interaction }: Route, { header }: Request): boolean =>
  query === 'condition' || (interaction === 'create' && header('if-none-exist') !== undefined);

/** What of the permissions that a request asks for is not given; empty if nothing. */
export const missing = (
  access: Restricted,
  route: Route,
  request: Request,
  permissions: Permissions,
): readonly Permission[] => {
  const asked: readonly Permission[] = isConditional(route, request)
    ? [...access.permissions, 's']
    : access.permissions;
  const type = request.type === '' ? undefined : request.type;
  const { wholly } = access;
  if (wholly === undefined) return asked.filter((one) => !permissions.permits(one, type));
  const own = type === undefined ? RESOURCE_TYPES : [type];
  return asked.filter((one) => !permissions.permitsWholly(one, wholly === 'own' ? own : wholly));
};
