import { readFileSync } from 'node:fs';

const FILE = new URL('../../../profiles/generated/implicit-systems.json', import.meta.url);

let systems: ReadonlyMap<string, string> | undefined;

/** The code system of a `code` that can be of one only, by its type or backbone element and its name there. */
export const implicitSystem = (type: string, name: string): string | undefined => {
  systems ??= new Map(Object.entries(JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, string>));
  return systems.get(`${type}.${name}`);
};
