import { asObject, asString } from './instance.ts';
import type { Check } from './run.ts';

/** Checks that no security label stands twice: https://hl7.org/fhir/R5/resource-definitions.html#Meta.security */
export const checkMeta = ({ run, instance, definition }: Check): void => {
  if (instance.type !== 'Meta') return;
  const seen = new Set<string>();
  for (const label of instance.children('security')) {
    const { system, code } = asObject(label.value) ?? {};
    const key = `${asString(system)}#${asString(code)}`;
    if (seen.has(key)) {
      const text = `The security label ${key} stands twice`;
      run.report({ severity: 'error', code: 'duplicate', rule: 'meta-security', text }, label, definition);
    }
    seen.add(key);
  }
};
