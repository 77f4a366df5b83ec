import type { ElementDefinition } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { valueText } from '../../fhir/value-text.ts';
import { profilesTexts as texts } from '../../texts/en/profiles.ts';
import { CanonicalName } from './element-type.tsx';

/** Constraints that every element has. */
const EVERYWHERE = ['ele-1', 'ext-1'];

const alwaysOf = (element: ElementDefinition): unknown =>
  Object.entries(element).find(([name]) => /^(?:fixed|pattern)[A-Z]/.test(name))?.[1];

/** What an element is, the codes it takes, and the invariants on it. */
export const ElementRules = ({ element }: { element: ElementDefinition }): ComponentChild => {
  const { short, binding, constraint = [] } = element;
  const always = alwaysOf(element);
  return (
    <>
      {short}
      {always === undefined ? null : (
        <div class="small">
          {texts.fixed} <code>{valueText(always)}</code>
        </div>
      )}
      {binding ? (
        <div class="small">
          {texts.binding}: <CanonicalName canonical={binding.valueSet ?? binding.description ?? ''} /> (
          {texts.strengths[binding.strength]})
        </div>
      ) : null}
      {constraint
        .filter(({ key }) => !EVERYWHERE.includes(key))
        .map(({ key, severity, human, expression }) => (
          <div key={key} class="small" title={expression}>
            <span class={`badge ${severity === 'error' ? 'badge-bad' : 'badge-doubt'}`}>
              {texts.constraint(severity)} {key}
            </span>{' '}
            {human}
          </div>
        ))}
    </>
  );
};
