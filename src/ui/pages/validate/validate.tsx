import type { ComponentChild } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { callTo } from '../../fhir/api.ts';
import { requestText } from '../../fhir/client.ts';
import { validateText } from '../../fhir/validate.ts';
import { AskedView } from '../../parts/asked.tsx';
import { FailureBox } from '../../parts/failure-box.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { validateTexts as texts } from '../../texts/en/validate.ts';
import { Findings } from './findings.tsx';
import { ProfileChoice } from './profile-choice.tsx';
import { offsetOf, ResourceEditor } from './resource-editor.tsx';
import { StoredResource } from './stored-resource.tsx';
import './validate.css';
import { shownSeverity, type ValidateQuery, validateQuery, validateUrl } from './validate-query.ts';

/** What is validated: this text against this profile, the so-manyth time. */
interface Validated {
  readonly text: string;
  readonly profile: string;
  readonly time: number;
}

/** A resource is checked; what was found stands beside its lines. */
const Validate = (): ComponentChild => {
  const location = useLocation();
  const query = validateQuery(location.query);
  const change = (changes: Partial<ValidateQuery>) =>
    location.route(validateUrl({ ...query, ...changes }), true);
  const [text, setText] = useState('');
  const [validated, setValidated] = useState<Validated>();
  const area = useRef<HTMLTextAreaElement>(null);
  const found = useRef<HTMLElement>(null);

  const stored = useAnswer(query.resource || undefined, (signal) =>
    requestText(callTo(`${query.resource}?_pretty=true`), signal),
  );
  useEffect(() => {
    if (stored.value !== undefined) setText(stored.value);
  }, [stored.value]);

  const asked = useAnswer(validated && JSON.stringify(validated), (signal) =>
    validateText(text, query.profile || undefined, signal),
  );
  const validate = () =>
    setValidated((before) => ({ text, profile: query.profile, time: (before?.time ?? 0) + 1 }));
  const isCurrent = validated?.text === text && validated.profile === query.profile;
  const issues = (asked.value?.issue ?? []).filter((issue) => !query.hidden.includes(shownSeverity(issue)));

  const goTo = (line: number, column: number) => {
    const field = area.current;
    if (field === null) return;
    const start = offsetOf(text, line, column);
    const end = text.indexOf('\n', start);
    field.focus();
    field.setSelectionRange(start, end < 0 ? text.length : end);
    field.scrollTop = (line - 4) * Number.parseFloat(getComputedStyle(field).lineHeight);
  };
  const openLine = (line: number) =>
    found.current?.querySelector<HTMLElement>(`[data-line="${line}"] button`)?.focus();

  return (
    <>
      <PageTitle title={texts.title}>
        <p class="muted">{texts.lead}</p>
      </PageTitle>
      <div class="validate">
        <section aria-label={texts.resource} class="validate-given">
          <div class="validate-choices">
            <ProfileChoice profile={query.profile} choose={(profile) => change({ profile })} />
            <StoredResource resource={query.resource} load={(resource) => change({ resource })} />
          </div>
          {stored.failure ? <FailureBox failure={stored.failure} retry={stored.retry} /> : null}
          <ResourceEditor
            text={text}
            change={setText}
            issues={isCurrent ? issues : []}
            open={openLine}
            area={area}
          />
          <div class="row">
            <button type="button" class="primary" disabled={text.trim() === ''} onClick={validate}>
              {texts.validate}
            </button>
            <button type="button" class="quiet" onClick={() => setText(texts.exampleText)}>
              {texts.example}
            </button>
          </div>
        </section>
        <section aria-label={texts.result} class="validate-found" ref={found}>
          {asked.value && !isCurrent ? (
            <p class="notice notice-warning" role="status">
              {texts.changed}
            </p>
          ) : null}
          <AskedView asked={asked}>
            {({ issue }) => (
              <Findings
                issues={issue}
                hidden={query.hidden}
                hide={(hidden) => change({ hidden })}
                goTo={goTo}
              />
            )}
          </AskedView>
        </section>
      </div>
    </>
  );
};

export default Validate;
