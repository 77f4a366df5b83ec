import type { Random } from '../../random.ts';
import { isObject, type JsonObject, type Site, sites, values } from './sites.ts';

/**
 * Puts one fault into a resource that it may change: true if it did, false if the resource has no place for it; a text
 * if the fault is in the JSON itself.
 */
export type Operator = (resource: JsonObject, random: Random) => boolean | string;

/** Operators by their names. */
export type Operators = Readonly<Record<string, Operator>>;

/** An operator that changes one of the elements it fits; `change` may find out that it does not, and say false. */
export const onSite =
  (
    fits: (site: Site) => boolean,
    change: (site: Site, random: Random, resource: JsonObject) => unknown,
  ): Operator =>
  (resource, random) => {
    const site = random.pick(sites(resource).filter(fits));
    return site !== undefined && change(site, random, resource) !== false;
  };

/** An operator that changes one object of a type: the resource itself or a data type in it. */
export const onObject = (
  fits: (value: JsonObject, site: Site) => boolean,
  change: (value: JsonObject, random: Random, site: Site) => unknown,
): Operator =>
  onSite(
    (site) => values(site).some((value) => isObject(value) && fits(value, site)),
    (site, random) => {
      const value = values(site).find((one) => isObject(one) && fits(one, site));
      return isObject(value) && change(value, random, site);
    },
  );

/** An operator that changes one value of a data type. */
export const onType = (
  type: string,
  change: (value: JsonObject, random: Random, site: Site) => unknown,
): Operator => onObject((_, site) => site.type === type, change);
