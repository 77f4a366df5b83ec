import { RESOURCE_TYPES } from '../fhir/resource-type.ts';
import type { Criterion, Visible } from '../fhir/search/search-request.ts';
import type { Permission, Scope } from './scope.ts';

/** What a client may do. */
export interface Permissions {
  /** Whether it may do something to a type, be it only to some resources of it; any type where none is named. */
  readonly permits: (permission: Permission, type?: string) => boolean;
  /** Whether it may do something to all resources of the types. */
  readonly permitsWholly: (permission: Permission, types: readonly string[]) => boolean;
  /** The resources to which it may do something; undefined where those are all. */
  readonly visible: (permission: Permission) => Promise<Visible | undefined>;
}

/** Whether the scope is on all resources of its type. */
const isWhole = ({ context, query }: Scope): boolean => context !== 'patient' && query.length === 0;

/**
 * What scopes let do together. `criterionOf` reads the search in a scope; undefined where it cannot be read, and nothing
 * is let.
 */
export const permissionsOf = (
  scopes: readonly Scope[],
  criterionOf: (scope: Scope) => Promise<Criterion | undefined>,
): Permissions => {
  const giving = (permission: Permission) => scopes.filter((one) => one.permissions.includes(permission));
  const wholly = (permission: Permission): readonly string[] => {
    const types = giving(permission).filter(isWhole);
    return types.some(({ type }) => type === '*') ? RESOURCE_TYPES : types.map(({ type }) => type);
  };
  const permitsWholly: Permissions['permitsWholly'] = (permission, types) => {
    const whole = wholly(permission);
    return types.every((type) => whole.includes(type));
  };
  const visible = async (permission: Permission): Promise<Visible | undefined> => {
    const types = wholly(permission);
    if (types === RESOURCE_TYPES) return undefined;
    const others = giving(permission).filter((one) => !isWhole(one) && !types.includes(one.type));
    const some = (await Promise.all(others.map(criterionOf))).filter((one) => one !== undefined);
    return { types, some: { kind: 'or', of: some } };
  };
  const known = new Map<Permission, Promise<Visible | undefined>>();
  return {
    permits: (permission, type) =>
      giving(permission).some((one) => type === undefined || one.type === '*' || one.type === type),
    permitsWholly,
    visible: (permission) => {
      const found = known.get(permission) ?? visible(permission);
      known.set(permission, found);
      return found;
    },
  };
};
