import type { StructureDefinition } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { canonicalTitle, listCanonicals } from '../../fhir/canonical-resource.ts';
import { resourcesOf } from '../../fhir/search.ts';
import { FailureBox } from '../../parts/failure-box.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { validateTexts as texts } from '../../texts/en/validate.ts';

/** The choice of a profile from those that the server has. */
export const ProfileChoice = ({
  profile,
  choose,
}: {
  profile: string;
  choose: (profile: string) => void;
}): ComponentChild => {
  const asked = useAnswer('profiles', (signal) => listCanonicals('StructureDefinition', signal));
  const profiles = asked.value
    ? resourcesOf<StructureDefinition>(asked.value, 'StructureDefinition').filter(
        ({ kind }) => kind === 'resource',
      )
    : [];
  const isListed = profiles.some(({ url }) => url === profile);
  return (
    <>
      <label class="field">
        <span>{texts.profile}</span>
        <select value={profile} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">{texts.noProfile}</option>
          {isListed || profile === '' ? null : <option value={profile}>{profile}</option>}
          {profiles.map((one) => (
            <option key={one.url} value={one.url}>
              {`${canonicalTitle(one)} (${one.type})`}
            </option>
          ))}
        </select>
      </label>
      {asked.failure ? <FailureBox failure={asked.failure} retry={asked.retry} /> : null}
    </>
  );
};
