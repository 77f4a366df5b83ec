import type { ElementDefinitionType } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';

const lastPart = (canonical: string): string => canonical.split('/').at(-1) ?? canonical;

/** A canonical URL by its last part, in full where a pointer rests on it. */
export const CanonicalName = ({ canonical }: { canonical: string }): ComponentChild => (
  <span title={canonical}>{lastPart(canonical)}</span>
);

/** A type that an element may have, with what it may refer to or has to keep to. */
export const ElementType = ({
  code,
  targetProfile = [],
  profile = [],
}: ElementDefinitionType): ComponentChild => {
  const targets = [...targetProfile, ...profile];
  return (
    <span class="element-type">
      {lastPart(code)}
      {targets.length === 0 ? null : (
        <>
          {' ('}
          {targets.map((one, at) => (
            <span key={one}>
              {at > 0 ? ' | ' : ''}
              <CanonicalName canonical={one} />
            </span>
          ))}
          {')'}
        </>
      )}
    </span>
  );
};
