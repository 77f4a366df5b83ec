import type { ComponentChild } from 'preact';
import { documentMessages } from '../../fhir/document.ts';
import { ruleOf } from '../../fhir/issue.ts';
import { AskedView } from '../../parts/asked.tsx';
import { IssueList } from '../../parts/issue-list.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { sourceTexts as texts } from '../../texts/en/source.ts';

const NOT_STATED = 'not-stated';

/** What the reader says of the document, which it reads once more for that: what is not stated, or everything else. */
export const Messages = ({
  id,
  bytes,
  of,
}: {
  id: string;
  bytes: Uint8Array<ArrayBuffer>;
  of: 'not-stated' | 'messages';
}): ComponentChild => {
  const asked = useAnswer(id, (signal) => documentMessages(new Blob([bytes]), signal));
  const isOfThis = of === NOT_STATED;
  return (
    <>
      <p class="muted">{isOfThis ? texts.notStatedLead : texts.messagesLead}</p>
      <AskedView asked={asked}>
        {({ issue }) => {
          const issues = issue.filter((one) => (ruleOf(one) === NOT_STATED) === isOfThis);
          if (issues.length === 0) return <p>{isOfThis ? texts.allStated : texts.noMessages}</p>;
          return <IssueList issues={issues} />;
        }}
      </AskedView>
    </>
  );
};
