import type { ResearchStudy } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { resourcesOf, search } from '../../fhir/search.ts';
import { AskedView } from '../../parts/asked.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { studiesTexts } from '../../texts/en/studies.ts';

/** The list of the studies. */
const Studies = (): ComponentChild => {
  const asked = useAnswer('studies', (signal) =>
    search(
      'ResearchStudy',
      [
        ['_elements', 'title,status,condition'],
        ['_count', '50'],
      ],
      signal,
    ),
  );
  return (
    <>
      <PageTitle title={studiesTexts.title} />
      <AskedView asked={asked}>
        {(bundle) => (
          <ul>
            {resourcesOf<ResearchStudy>(bundle, 'ResearchStudy').map(({ id, title }) => (
              <li key={id}>
                <a href={`/studies/${id}`}>{title ?? id}</a>
              </li>
            ))}
          </ul>
        )}
      </AskedView>
    </>
  );
};

export default Studies;
