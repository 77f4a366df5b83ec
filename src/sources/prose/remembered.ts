/** Reads each thing once within a scope, as many rules ask for the same in turn. */
export const remembered = <Thing, Scope extends object, Read>(
  read: (thing: Thing, scope: Scope) => Read,
): ((thing: Thing, scope: Scope) => Read) => {
  const scopes = new WeakMap<Scope, Map<Thing, Read>>();
  return (thing, scope) => {
    const known = scopes.get(scope) ?? new Map<Thing, Read>();
    if (known.size === 0) scopes.set(scope, known);
    const found = known.get(thing) ?? read(thing, scope);
    known.set(thing, found);
    return found;
  };
};
