import type { FhirResource } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { callTo } from '../../fhir/api.ts';
import { capabilities } from '../../fhir/capabilities.ts';
import { request } from '../../fhir/client.ts';
import { AskedView } from '../../parts/asked.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { queryUrl } from '../../parts/query-url.ts';
import { useAnswer } from '../../parts/use-answer.ts';
import { queryTexts as texts } from '../../texts/en/query.ts';
import { type Answered, AnswerView, type View } from './answer-view.tsx';
import './query.css';
import { QueryEditor } from './query-editor.tsx';

const FIRST = 'ResearchStudy?_count=20';

const timed = async (query: string, signal: AbortSignal) => {
  const start = performance.now();
  const answer = await request<FhirResource>(callTo(query), signal);
  if (!answer.ok) return answer;
  const value: Answered = { resource: answer.value, took: Math.round(performance.now() - start) };
  return { ...answer, value };
};

/** Any request that reads is put together, asked, and shown; it stands in the address. */
const Query = (): ComponentChild => {
  const location = useLocation();
  const { q: asking, view: viewing } = location.query;
  const view: View = viewing === 'json' ? 'json' : 'table';
  const [query, setQuery] = useState(asking ?? FIRST);
  const [time, setTime] = useState(0);
  useEffect(() => {
    if (asking !== undefined) setQuery(asking);
  }, [asking]);
  const statement = useAnswer('metadata', capabilities);
  const asked = useAnswer(asking && `${asking} ${time}`, (signal) => timed(asking ?? '', signal));
  const ask = (next: string, how = view) => {
    if (next === asking) setTime(time + 1);
    location.route(queryUrl(next, how), next === asking);
  };
  return (
    <>
      <PageTitle title={texts.title}>
        <p class="muted">{texts.lead}</p>
      </PageTitle>
      <AskedView asked={statement}>
        {(value) => <QueryEditor statement={value} query={query} change={setQuery} run={() => ask(query)} />}
      </AskedView>
      <div class="query-answer">
        {asking === undefined ? null : (
          <AskedView asked={asked}>
            {(answered) => (
              <AnswerView
                answered={answered}
                view={view}
                show={(how) => location.route(queryUrl(asking, how), true)}
                ask={(next) => ask(next, next.includes('?') ? view : 'json')}
              />
            )}
          </AskedView>
        )}
      </div>
    </>
  );
};

export default Query;
