import { hash } from 'node:crypto';
import { REGISTRIES, type Registry } from '../model/trial.ts';

const LONGEST = 64;
const LONGEST_PREFIX = 40;

/** SHA-256 in hex of bytes or of a text's UTF-8. */
export const sha256 = (data: Uint8Array | string): string => hash('sha256', data);

/** Eight hex digits that tell natural keys apart. */
export const shortHash = (data: Uint8Array | string): string => sha256(data).slice(0, 8);

/** A readable form of a text for ids: lower-case ASCII letters, digits and single hyphens; may be empty. */
export const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const cut = (text: string, length: number): string =>
  text.slice(0, Math.max(0, length)).replace(/[-.]+$/, '');

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('-');

/** A text as a FHIR id (https://hl7.org/fhir/R5/datatypes.html#id): itself where it is one, else told apart by hash. */
export const asId = (text: string, longest: number = LONGEST): string => {
  const clean = text.replace(/[^A-Za-z0-9.-]/g, '-');
  if (clean === text && text.length <= longest && text !== '') return text;
  return joined(cut(slug(text), longest - 9), shortHash(text));
};

/** A trial's number in a registry. */
export interface RegistryNumber {
  readonly registry: Registry;
  readonly number: { readonly value: string };
}

/** Registrations in the order of REGISTRIES; the first gives the study its id. */
export const registrationsInOrder = <T extends RegistryNumber>(registrations: readonly T[]): readonly T[] =>
  [...registrations].sort(
    (a, b) =>
      REGISTRIES.indexOf(a.registry) - REGISTRIES.indexOf(b.registry) ||
      (a.number.value < b.number.value ? -1 : 1),
  );

/** A study's id: its first registration number, else its DOI, else the document's hash. */
export const studyId = (
  registrations: readonly RegistryNumber[],
  doi: string | undefined,
  documentHash: string,
): string => {
  const number = registrationsInOrder(registrations)[0]?.number.value;
  const registered = cut((number ?? '').replace(/[^A-Za-z0-9.-]/g, '-'), LONGEST);
  if (registered !== '') return registered;
  const lower = doi?.toLowerCase();
  if (lower !== undefined) return joined('doi', cut(slug(lower), LONGEST_PREFIX - 13), shortHash(lower));
  return documentHash;
};

/** Makes the ids of a study's other resources from a readable name and their natural key. */
export type MakeId = (name: string, key: readonly string[]) => string;

/** What all ids of a study begin with. A long study id is cut, and its hash keeps it apart. */
export const idPrefix = (study: string): string =>
  study.length <= LONGEST_PREFIX ? study : joined(cut(study, LONGEST_PREFIX - 9), shortHash(study));

/** The ids of the resources that one source makes of a study: `<study>-<name>-<8 hex of source and natural key>`. */
export const createMakeId = (study: string, source: string): MakeId => {
  const prefix = idPrefix(study);
  return (name, key) =>
    joined(
      prefix,
      cut(slug(name), LONGEST - prefix.length - 10),
      shortHash(JSON.stringify([study, source, ...key])),
    );
};

/**
 * Gives each item the shortest of its keys (from plain to full) that no other item shares; items equal in all of
 * their keys are the same thing said twice and share one.
 */
export const distinctKeys = <T>(
  items: readonly T[],
  keys: readonly ((item: T) => string)[],
): Map<T, string> => {
  const given = new Map<T, string>();
  const split = (group: readonly T[], level: number, prefix: string): void => {
    const key = keys[level];
    if (key === undefined || (level > 0 && group.length === 1)) {
      for (const item of group) given.set(item, prefix);
      return;
    }
    const groups = Map.groupBy(group, key);
    for (const [value, members] of groups)
      split(members, level + 1, groups.size === 1 && level > 0 ? prefix : `${prefix}\n${value}`);
  };
  split(items, 0, '');
  return given;
};

/** The same, with a number for those equal in all of their keys, so that no two items share one. */
export const uniqueKeys = <T>(
  items: readonly T[],
  keys: readonly ((item: T) => string)[],
): Map<T, string> => {
  const seen = new Map<string, number>();
  return new Map(
    [...distinctKeys(items, keys)].map(([item, joinedKey]) => {
      const key = joinedKey.slice(1);
      const at = seen.get(key) ?? 0;
      seen.set(key, at + 1);
      return [item, at === 0 ? key : `${key}\n${at + 1}`];
    }),
  );
};

/** The first of each that share a key, in their order. */
export const distinctBy = <T>(items: readonly T[], key: (item: T) => string): readonly T[] => {
  const seen = new Set<string>();
  return items.filter((item) => seen.size < seen.add(key(item)).size);
};
