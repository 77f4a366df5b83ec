import type { ComponentChild } from 'preact';
import { type CanonicalResource, canonicalTitle, listCanonicals } from '../../fhir/canonical-resource.ts';
import { resourcesOf } from '../../fhir/search.ts';
import { AskedView } from '../../parts/asked.tsx';
import { ColumnHeads } from '../../parts/column-heads.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { profilesTexts as texts } from '../../texts/en/profiles.ts';

/** What a definition is for: types, or the code that it is called by. */
const subjectOf = (resource: CanonicalResource): string => {
  if (resource.resourceType === 'StructureDefinition') return resource.type;
  if (resource.resourceType === 'SearchParameter') return `${resource.base.join(', ')}: ${resource.code}`;
  return resource.resourceType === 'OperationDefinition' ? `$${resource.code}` : '';
};

/** All definitions of a type. */
export const CanonicalList = ({ type }: { type: CanonicalResource['resourceType'] }): ComponentChild => {
  const asked = useAnswer(type, (signal) => listCanonicals(type, signal));
  return (
    <AskedView asked={asked}>
      {(bundle) => {
        const found = resourcesOf<CanonicalResource>(bundle, type);
        if (found.length === 0) return <p class="muted">{texts.none}</p>;
        return (
          <ScrollRegion label={texts.types[type]}>
            <table class="profiles-list">
              <ColumnHeads columns={[texts.name, texts.of, texts.description]} />
              <tbody>
                {found.map((resource) => (
                  <tr key={resource.id}>
                    <th scope="row">
                      <a href={`/profiles/${type}/${resource.id}`}>{canonicalTitle(resource)}</a>
                    </th>
                    <td>{subjectOf(resource)}</td>
                    <td>{resource.description}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        );
      }}
    </AskedView>
  );
};
