/** A value of a JSON text, with its place and as it is written there. */
export interface Leaf {
  readonly path: string;
  readonly value: string | number | boolean;
}

/** All values of a JSON value that say something: no empty text, no null. */
export const leavesOf = (value: unknown, path = ''): readonly Leaf[] => {
  if (Array.isArray(value)) return value.flatMap((item, at) => leavesOf(item, `${path}[${at}]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, child]) =>
      leavesOf(child, path === '' ? name : `${path}.${name}`),
    );
  return value === null || value === '' || value === undefined
    ? []
    : [{ path, value: value as string | number | boolean }];
};
