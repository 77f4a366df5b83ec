import type { ElementDefinition, Extension } from 'fhir/r5.js';

const SUPPRESS = 'http://hl7.org/fhir/StructureDefinition/elementdefinition-suppress';

type Item = { readonly extension?: Extension[] | undefined };
type Properties = Record<string, unknown>;

const isSuppressing = (item: Item | undefined): boolean =>
  item?.extension?.some(({ url, valueBoolean }) => url === SUPPRESS && valueBoolean === true) ?? false;

/** Whether a suppressing item is about another: all that it states is the same, or it is about `$all`. */
const isAbout = ({ extension: _, ...one }: Item & { label?: string }, item: object): boolean =>
  one.label === '$all' ||
  Object.entries(one).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(Reflect.get(item, name)),
  );

const put = (element: Properties, name: string, items: readonly unknown[]): void => {
  if (items.length > 0) element[name] = items;
  else delete element[name];
};

/**
 * An element of a base and what a differential says of it, both without what the latter takes back:
 * http://hl7.org/fhir/StructureDefinition/elementdefinition-suppress
 */
export const withoutSuppressed = (
  base: ElementDefinition,
  own: ElementDefinition,
): readonly [ElementDefinition, ElementDefinition] => {
  const inherited: ElementDefinition & Properties = { ...base };
  const said: ElementDefinition & Properties = { ...own };
  for (const name of ['example', 'mapping', 'code'] as const) {
    const items: readonly Item[] = own[name] ?? [];
    const suppressing = items.filter(isSuppressing);
    if (suppressing.length === 0) continue;
    const before: readonly Item[] = base[name] ?? [];
    put(
      inherited,
      name,
      before.filter((item) => !suppressing.some((one) => isAbout(one, item))),
    );
    put(
      said,
      name,
      items.filter((item) => !isSuppressing(item)),
    );
  }
  for (const name of ['comment', 'requirements', 'label'] as const) {
    if (!isSuppressing(own[`_${name}`])) continue;
    delete inherited[name];
    delete said[name];
    delete said[`_${name}`];
  }
  return [inherited, said];
};
