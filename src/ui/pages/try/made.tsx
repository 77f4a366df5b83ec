import type { OperationOutcomeIssue, ResearchStudy } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import type { Preview } from '../../fhir/document.ts';
import { issueText, ruleOf } from '../../fhir/issue.ts';
import { IssueList } from '../../parts/issue-list.tsx';
import { tryTexts as texts } from '../../texts/en/try.ts';
import { Numbers } from './numbers.tsx';
import { Resources } from './resources.tsx';
import { StudySummary } from './study-summary.tsx';
import { subjectOf } from './tried-document.ts';

/** What a document of some name would become: the study, its numbers, what is to be said of it, the resources. */
export const Made = ({ name, preview }: { name: string; preview: Preview }): ComponentChild => {
  const subject = subjectOf(preview);
  const isNotStated = (issue: OperationOutcomeIssue) => ruleOf(issue) === 'not-stated';
  const notStated = preview.messages.filter(isNotStated);
  const messages = preview.messages.filter((issue) => !isNotStated(issue));
  return (
    <div class="try-made">
      <section>
        <h3>{texts.study}</h3>
        {subject?.resourceType === 'ResearchStudy' ? (
          <StudySummary study={subject as ResearchStudy} />
        ) : (
          <p>{texts.noStudy}</p>
        )}
      </section>
      <section>
        <h3>{texts.numbers}</h3>
        <Numbers name={name} {...preview} />
      </section>
      <section>
        <h3>{texts.messages}</h3>
        {messages.length === 0 ? <p class="muted">{texts.noMessages}</p> : <IssueList issues={messages} />}
      </section>
      {notStated.length === 0 ? null : (
        <section>
          <h3>{texts.notStated}</h3>
          <ul class="try-absent">
            {notStated.map((issue, at) => (
              <li key={at}>{issueText(issue).replace(/^.*?: /, '')}</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{texts.resources}</h3>
        <Resources {...preview} />
      </section>
    </div>
  );
};
