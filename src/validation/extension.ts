import { asObject, asString, type Instance } from './instance.ts';
import type { Check, Run } from './run.ts';
import type { ElementDefinition, ExtensionContext, StructureDefinition } from './structure-definition.ts';

/** Names that an element goes by in an extension's context: its type and theirs above it, and its paths. */
const contextNames = (instance: Instance, run: Run): ReadonlySet<string> => {
  const type = run.definitions.type(instance.type);
  const names = new Set(['Element', instance.type, instance.path, ...(type?.supertypes ?? [])]);
  // The way from each resource or data type above it, as in `Evidence.statistic.quantity.value`.
  let way = '';
  for (let at = instance; at.parent !== undefined && !at.isResource; at = at.parent) {
    way = `.${at.name}${way}`;
    names.add(at.parent.type + way);
    names.add(at.parent.path + way);
    for (const supertype of run.definitions.type(at.parent.type)?.supertypes ?? [])
      names.add(supertype + way);
  }
  return names;
};

const allows = (
  { type, expression }: ExtensionContext,
  holder: Instance,
  names: ReadonlySet<string>,
): boolean => {
  if (type === 'element') return names.has(expression.replace(/^.*#/, '')) || names.has(`${expression}[x]`);
  if (type === 'extension') {
    // On the extension itself or on its value.
    return [holder, holder.parent].some(
      (at) => at?.type === 'Extension' && asObject(at.value)?.url === expression,
    );
  }
  return true;
};

const checkContext = (check: Check, known: StructureDefinition): void => {
  const { run, instance, definition } = check;
  const holder = instance.parent;
  if (holder === undefined || known.context === undefined) return;
  for (const { type, expression } of known.context) {
    if (type !== 'element') continue;
    if (expression === 'Element' || expression === holder.type || expression === holder.path) return;
  }
  const names = contextNames(holder, run);
  if (known.context.some((context) => allows(context, holder, names))) return;
  const places = known.context.map(({ expression }) => expression).join(', ');
  const text = `The extension ${known.url} cannot stand here, only on ${places}`;
  run.report({ severity: 'error', code: 'structure', rule: 'extension-context', text }, instance, definition);
};

/** Checks an extension's place and that it is known; returns its definition: https://hl7.org/fhir/R5/extensibility.html */
export const extensionDefinition = (check: Check): StructureDefinition | undefined => {
  const { run, instance, definition } = check;
  const value = asObject(instance.value);
  const url = asString(value?.url);
  if (value === undefined || url === undefined) return undefined;
  const hasValue = instance.children('value[x]').length > 0;
  if (hasValue === (value.extension !== undefined)) {
    const text = 'An extension has either a value or extensions of its own (ext-1)';
    run.report({ severity: 'error', code: 'invariant', rule: 'ext-1', text }, instance, definition);
  }
  const isNested = instance.parent?.type === 'Extension';
  if (!/^[a-z][\w+.-]*:/i.test(url)) {
    // Names without a scheme are parts of a complex extension, which its own definition checks.
    if (!isNested) {
      const text = `The extension's url "${url}" is not absolute`;
      run.report({ severity: 'error', code: 'value', rule: 'extension-url', text }, instance, definition);
    }
    return undefined;
  }
  const known = run.definitions.structureDefinition(url);
  if (known?.type === 'Extension') {
    const isModifier = instance.name === 'modifierExtension';
    if (isModifier !== (known.isModifier ?? false)) {
      const text = `The extension ${url} is ${isModifier ? 'no' : 'a'} modifier extension`;
      run.report(
        { severity: 'error', code: 'structure', rule: 'extension-modifier', text },
        instance,
        definition,
      );
    }
    checkContext(check, known);
    if (known.isOfOtherVersions) {
      const text = `The extension ${url} is for other versions of FHIR`;
      run.report(
        { severity: 'error', code: 'business-rule', rule: 'extension-version', text },
        instance,
        definition,
      );
    }
    return known;
  }
  const isOfHl7 = /^https?:\/\/hl7\.org\/fhir\/(?!\d\.\d\/StructureDefinition\/extension-)/.test(url);
  if (isOfHl7 || run.refusesUnknownExtensions) {
    const text = `The extension ${url} is unknown`;
    run.report(
      { severity: 'error', code: 'structure', rule: 'extension-unknown', text },
      instance,
      definition,
    );
  } else {
    const text = `The extension ${url} is not known here, so its content is not checked`;
    run.report(
      { severity: 'information', code: 'not-supported', rule: 'extension-unchecked', text },
      instance,
      definition,
    );
  }
  return undefined;
};

const partUrls = new WeakMap<ElementDefinition, ReadonlySet<unknown>>();

/** The urls of the parts that the definition of a complex extension has. */
const partsOf = (parts: ElementDefinition): ReadonlySet<unknown> => {
  const known =
    partUrls.get(parts) ??
    new Set(
      Object.values(parts.slices ?? {}).flatMap(
        ({ children }) => children?.find(({ name }) => name === 'url')?.fixed ?? [],
      ),
    );
  partUrls.set(parts, known);
  return known;
};

/** A part of a complex extension that its definition does not have: an error, whatever the slicing says. */
export const checkExtensionParts = (check: Check): void => {
  const { run, instance, element, definition } = check;
  const parts = element.children?.find(({ name }) => name === 'extension');
  const known = parts && partsOf(parts);
  if (parts === undefined || known === undefined || known.size === 0) return;
  for (const part of instance.children(parts.name)) {
    const url = asString(asObject(part.value)?.url);
    if (url !== undefined && !url.includes(':') && !known.has(url)) {
      const text = `The extension ${definition.url} has no part "${url}"`;
      run.report({ severity: 'error', code: 'structure', rule: 'extension-part', text }, part, definition);
    }
  }
};
