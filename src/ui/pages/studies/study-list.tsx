import type { Bundle, ResearchStudy } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { nextPage, resourcesOf } from '../../fhir/search.ts';
import { studiesTexts as texts } from '../../texts/en/studies.ts';
import { EmptyStore } from './empty-store.tsx';
import { firstPage, isUnfiltered, type StudyQuery, studiesUrl } from './study-query.ts';
import { StudyRow } from './study-row.tsx';

const Paging = ({ bundle, query }: { bundle: Bundle; query: StudyQuery }): ComponentChild => {
  const next = nextPage(bundle);
  return (
    <nav class="row unprinted" aria-label={texts.next}>
      {query.page === undefined ? null : <a href={studiesUrl(firstPage(query))}>{texts.first}</a>}
      {next === undefined ? null : <a href={studiesUrl({ ...query, page: next })}>{texts.next}</a>}
    </nav>
  );
};

const Nothing = (): ComponentChild => (
  <div class="notice">
    <p>
      <strong>{texts.nothing.title}.</strong> {texts.nothing.text}
    </p>
  </div>
);

/** The studies that were found, or why there are none. */
export const StudyList = ({ bundle, query }: { bundle: Bundle; query: StudyQuery }): ComponentChild => {
  const studies = resourcesOf<ResearchStudy>(bundle, 'ResearchStudy');
  if (studies.length === 0) return isUnfiltered(query) ? <EmptyStore /> : <Nothing />;
  return (
    <>
      <ol class="study-list">
        {studies.map((study) => (
          <StudyRow key={study.id} study={study} />
        ))}
      </ol>
      <Paging bundle={bundle} query={query} />
    </>
  );
};
