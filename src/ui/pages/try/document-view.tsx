import type { ComponentChild } from 'preact';
import { FailureBox } from '../../parts/failure-box.tsx';
import { Progress } from '../../parts/progress.tsx';
import { tryTexts as texts } from '../../texts/en/try.ts';
import { Made } from './made.tsx';
import { isStoredAlready, type Stage, subjectOf, type TriedDocument } from './tried-document.ts';
import type { TriedDocuments } from './use-tried-documents.ts';

const LOOKS: Record<Stage, string> = {
  waiting: 'badge',
  reading: 'badge',
  read: 'badge badge-accent',
  storing: 'badge',
  stored: 'badge badge-good',
  unchanged: 'badge badge-good',
  failed: 'badge badge-bad',
};

const StudyLinks = ({ preview }: Pick<TriedDocument, 'preview'>): ComponentChild => {
  const subject = preview && subjectOf(preview);
  if (subject?.resourceType !== 'ResearchStudy') return null;
  return (
    <>
      <a class="button" href={`/studies/${subject.id}`}>
        {texts.openStudy}
      </a>
      <a class="button" href={`/evidence?study=${subject.id}`}>
        {texts.openEvidence}
      </a>
    </>
  );
};

/** One document: how far it has come, what it becomes, what can be done with it. */
export const DocumentView = ({
  document: { key, name, stage, preview, failure },
  isStoring,
  store,
  retry,
  cancel,
  remove,
}: {
  document: TriedDocument;
  /** Whether the person may store it. */
  isStoring: boolean;
} & Pick<TriedDocuments, 'store' | 'retry' | 'cancel' | 'remove'>): ComponentChild => {
  const isStored = stage === 'stored' || stage === 'unchanged';
  return (
    <article class="panel try-document" aria-label={name}>
      <div class="row try-document-head">
        <h2>{name}</h2>
        <span class={LOOKS[stage]} role="status">
          {texts.stages[stage]}
        </span>
        <span class="try-document-do">
          {isStoring && preview && stage === 'read' ? (
            <button type="button" class="primary" onClick={() => store([key])}>
              {texts.store}
            </button>
          ) : null}
          {isStored ? <StudyLinks {...(preview && { preview })} /> : null}
          <button
            type="button"
            class="quiet"
            aria-label={texts.removeNamed(name)}
            onClick={() => remove(key)}
          >
            {texts.remove}
          </button>
        </span>
      </div>
      {stage === 'reading' || stage === 'storing' ? <Progress cancel={cancel} /> : null}
      {failure ? <FailureBox failure={failure} retry={() => retry(key)} /> : null}
      {preview && stage === 'read' && isStoredAlready(preview) ? <p class="muted">{texts.already}</p> : null}
      {preview ? <Made name={name} preview={preview} /> : null}
    </article>
  );
};
