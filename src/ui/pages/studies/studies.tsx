import type { Bundle, ResearchStudy } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { callTo } from '../../fhir/api.ts';
import { request } from '../../fhir/client.ts';
import { resourcesOf, search } from '../../fhir/search.ts';
import { AskedView } from '../../parts/asked.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { WordsInput } from '../../parts/words-input.tsx';
import { studiesTexts as texts } from '../../texts/en/studies.ts';
import { Filters } from './filters.tsx';
import './studies.css';
import { StudyList } from './study-list.tsx';
import {
  countingPath,
  firstPage,
  isUnfiltered,
  SORTS,
  type Sort,
  type StudyQuery,
  searchOf,
  studiesUrl,
  studyQuery,
} from './study-query.ts';
import { ROW_ELEMENTS } from './study-row.tsx';

const PAGE = '25';

const parametersOf = (query: StudyQuery) =>
  [
    ...searchOf(query),
    ['_elements', ROW_ELEMENTS],
    ['_sort', SORTS[query.sort]],
    ['_count', PAGE],
    // Counting all may take longer than finding some.
    ['_total', 'none'],
    ...(query.page === undefined ? [] : [['_page', query.page] as const]),
  ] as const;

/** The studies that are stored: searched, filtered, in order. All of it stands in the address. */
const Studies = (): ComponentChild => {
  const { url, route } = useLocation();
  const [filtersShown, setFiltersShown] = useState(false);
  const query = studyQuery(url);
  const parameters = parametersOf(query);
  const asked = useAnswer(JSON.stringify(parameters), (signal) =>
    search('ResearchStudy', parameters, signal),
  );
  const change = (changed: StudyQuery, replace?: boolean) => route(studiesUrl(firstPage(changed)), replace);
  const studies = asked.value ? resourcesOf<ResearchStudy>(asked.value, 'ResearchStudy') : [];
  const counting = asked.value && !asked.loading ? countingPath(query) : undefined;
  const { value: count } = useAnswer(counting, (signal) => request<Bundle>(callTo(counting ?? ''), signal));
  const counted = isUnfiltered(query) ? texts.found : texts.foundFiltered;
  return (
    <>
      <PageTitle title={texts.title} />
      <div class="studies">
        <search class="studies-filters unprinted">
          <WordsInput
            label={texts.search}
            placeholder={texts.searchHint}
            value={query.text}
            change={(text) => change({ ...query, text }, true)}
          />
          <button
            type="button"
            class="studies-more"
            aria-expanded={filtersShown}
            onClick={() => setFiltersShown(!filtersShown)}
          >
            {filtersShown ? texts.hideFilters : texts.showFilters}
          </button>
          <div class={filtersShown ? 'studies-all' : 'studies-all studies-folded'}>
            <Filters query={query} studies={studies} change={change} />
          </div>
        </search>
        <section aria-label={texts.title}>
          <div class="row studies-head">
            <p role="status">{count?.total === undefined ? '' : counted(count.total)}</p>
            <label class="row small">
              <span class="muted">{texts.sort}</span>
              <select
                value={query.sort}
                onChange={(event) => change({ ...query, sort: event.currentTarget.value as Sort })}
              >
                {Object.entries(texts.sorts).map(([sort, label]) => (
                  <option key={sort} value={sort}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          </div>
          {asked.failure && query.page !== undefined ? (
            <p>
              {texts.expired} <a href={studiesUrl(firstPage(query))}>{texts.first}</a>
            </p>
          ) : null}
          <AskedView asked={asked}>{(bundle) => <StudyList bundle={bundle} query={query} />}</AskedView>
        </section>
      </div>
    </>
  );
};

export default Studies;
