import type { Bundle, ResearchStudy } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { MeasureName } from '../../fhir/effect-measure.ts';
import type { Verdict } from '../../fhir/number-check.ts';
import { nextPage, resourcesOf, search } from '../../fhir/search.ts';
import { titleOf } from '../../fhir/study.ts';
import { AskedView } from '../../parts/asked.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { WordsInput } from '../../parts/words-input.tsx';
import { evidenceTexts as texts } from '../../texts/en/evidence.ts';
import { Directions } from './directions.tsx';
import './evidence.css';
import { type EvidenceQuery, evidenceQuery, evidenceUrl, isNarrowed, searchOf } from './evidence-query.ts';
import { ELEMENTS, type EvidenceRow, evidenceRows } from './evidence-row.ts';
import { EvidenceTable } from './evidence-table.tsx';
import { forestCsv, reportedForests } from './forest.ts';
import { ForestFigure } from './forest-figure.tsx';
import { PoolChoices } from './pool-choices.tsx';
import { Pooled } from './pooled.tsx';

const PAGE = 100;

/** More lines than this are no plot that can be read. */
const MOST_DRAWN = 60;

const VERDICTS: readonly Verdict[] = ['inconsistent', 'consistent', 'cannot-be-verified'];

const parametersOf = (query: EvidenceQuery) =>
  [
    ...searchOf(query),
    ['_elements', ELEMENTS],
    ['_count', String(PAGE)],
    ['_include', 'Evidence:variable'],
    ['_revinclude', 'ArtifactAssessment:artifact'],
    ['_revinclude', 'EvidenceReport:entry'],
    ['_include:iterate', 'EvidenceReport:study:ResearchStudy'],
    ...(query.page === '' ? [] : [['_page', query.page] as const]),
  ] as const;

type Change = (changed: Partial<EvidenceQuery>, replace?: boolean) => void;

const Filters = ({ query, change }: { query: EvidenceQuery; change: Change }): ComponentChild => (
  <search class="row evidence-filters unprinted">
    <WordsInput
      label={texts.search}
      placeholder={texts.searchHint}
      value={query.outcome}
      change={(outcome) => change({ outcome, rows: [], page: '' }, true)}
    />
    {query.study === '' ? (
      <WordsInput
        label={texts.condition}
        value={query.condition}
        change={(condition) => change({ condition, rows: [], page: '' }, true)}
      />
    ) : null}
    <label class="field">
      <span>{texts.checked}</span>
      <select
        value={query.checked}
        onChange={(event) =>
          change({ checked: event.currentTarget.value as Verdict | '', rows: [], page: '' })
        }
      >
        <option value="">{texts.anyVerdict}</option>
        {VERDICTS.map((verdict) => (
          <option key={verdict} value={verdict}>
            {texts.verdicts[verdict]}
          </option>
        ))}
      </select>
    </label>
  </search>
);

const Reported = ({ rows }: { rows: readonly EvidenceRow[] }): ComponentChild => {
  const forests = reportedForests(rows);
  if (forests.length === 0) return <p class="muted">{texts.plot.noEffects}</p>;
  return (
    <>
      <p class="muted">{texts.plot.reportedLead}</p>
      {forests.map((forest) => (
        <div key={forest.title}>
          <ForestFigure
            forest={{ ...forest, rows: forest.rows.slice(0, MOST_DRAWN) }}
            csv={() => forestCsv(forest)}
          />
          {forest.rows.length > MOST_DRAWN ? <p class="small">{texts.plot.tooMany(MOST_DRAWN)}</p> : null}
        </div>
      ))}
    </>
  );
};

const Nothing = ({ narrowed }: { narrowed: boolean }): ComponentChild => {
  const { title, text } = narrowed ? texts.nothing : texts.empty;
  return (
    <div class="notice">
      <p>
        <strong>{title}</strong>. {text}
      </p>
      {narrowed ? null : <a href="/try">{texts.empty.go}</a>}
    </div>
  );
};

const Found = ({
  bundle,
  query,
  change,
}: {
  bundle: Bundle;
  query: EvidenceQuery;
  change: Change;
}): ComponentChild => {
  const rows = useMemo(() => evidenceRows(bundle), [bundle]);
  const chosen = new Set(query.rows);
  const drawn = chosen.size === 0 ? rows : rows.filter(({ evidence }) => chosen.has(evidence.id ?? ''));
  const choose = (ids: readonly string[], wanted: boolean) => {
    const others = query.rows.filter((id) => !ids.includes(id));
    change({ rows: wanted ? [...others, ...ids] : others }, true);
  };
  const next = nextPage(bundle);
  if (rows.length === 0) return <Nothing narrowed={isNarrowed(query)} />;
  return (
    <>
      <section aria-labelledby="evidence-plot" class="evidence-plot">
        <h2 id="evidence-plot">{texts.plot.title}</h2>
        <PoolChoices query={query} change={change} />
        {query.effect === '' ? (
          <Reported rows={drawn} />
        ) : (
          <Pooled query={query as EvidenceQuery & { effect: MeasureName }} change={change} />
        )}
        <Directions rows={drawn} ofOneStudy={query.study !== ''} />
      </section>
      <section aria-labelledby="evidence-results">
        <div class="row evidence-head">
          <h2 id="evidence-results">{texts.found(bundle.total ?? rows.length)}</h2>
          {chosen.size > 0 ? (
            <span class="row">
              <span role="status">{texts.chosen(chosen.size)}</span>
              <button type="button" onClick={() => change({ rows: [] })}>
                {texts.clear}
              </button>
            </span>
          ) : null}
        </div>
        <EvidenceTable rows={rows} chosen={chosen} choose={choose} ofOneStudy={query.study !== ''} />
        <p class="row unprinted">
          {query.page === '' ? null : (
            <button type="button" onClick={() => change({ page: '' })}>
              {texts.first}
            </button>
          )}
          {next === undefined ? null : (
            <button type="button" onClick={() => change({ page: next })}>
              {texts.next}
            </button>
          )}
        </p>
      </section>
    </>
  );
};

/** What studies found: searched, drawn, pooled, with what was checked. All of it stands in the address. */
const EvidencePage = (): ComponentChild => {
  const { url, route } = useLocation();
  const query = evidenceQuery(url);
  const parameters = parametersOf(query);
  const asked = useAnswer(JSON.stringify(parameters), (signal) => search('Evidence', parameters, signal));
  const [study] = asked.value ? resourcesOf<ResearchStudy>(asked.value, 'ResearchStudy') : [];
  const change: Change = (changed, replace) => route(evidenceUrl({ ...query, ...changed }), replace);
  return (
    <>
      <PageTitle title={query.study === '' ? texts.title : texts.ofStudy}>
        {query.study === '' ? (
          <p class="muted">{texts.lead}</p>
        ) : (
          <p class="row">
            <a href={`/studies/${query.study}`}>{study ? titleOf(study) : texts.toStudy}</a>
            <a href={evidenceUrl({ ...query, study: '', rows: [], page: '' })}>{texts.allStudies}</a>
          </p>
        )}
      </PageTitle>
      <Filters query={query} change={change} />
      <AskedView asked={asked}>
        {(bundle) => <Found bundle={bundle} query={query} change={change} />}
      </AskedView>
    </>
  );
};

export default EvidencePage;
