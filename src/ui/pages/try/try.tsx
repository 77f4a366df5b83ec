import type { ComponentChild } from 'preact';
import { PageTitle } from '../../parts/page-title.tsx';
import { mayStore, useAccess } from '../../smart/access.ts';
import { tryTexts as texts } from '../../texts/en/try.ts';
import { DocumentInput } from './document-input.tsx';
import { DocumentView } from './document-view.tsx';
import './try.css';
import { useTriedDocuments } from './use-tried-documents.ts';

/** Documents are given, shown as what they would become, and then stored. */
const Try = (): ComponentChild => {
  const { documents, add, ...actions } = useTriedDocuments();
  const isStoring = mayStore(useAccess());
  const read = documents.filter(({ stage }) => stage !== 'waiting' && stage !== 'reading');
  const storable = documents.filter(({ stage }) => stage === 'read');
  return (
    <>
      <PageTitle title={texts.title}>
        <p class="muted">{texts.lead}</p>
        {isStoring ? null : <p class="notice">{texts.readOnly}</p>}
      </PageTitle>
      <DocumentInput add={add} />
      {documents.length > 1 ? (
        <div class="row try-progress">
          <progress value={read.length} max={documents.length} aria-label={texts.documents} />
          <span role="status">{texts.progress(read.length, documents.length)}</span>
          {isStoring && storable.length > 1 ? (
            <button
              type="button"
              class="primary"
              onClick={() => actions.store(storable.map(({ key }) => key))}
            >
              {texts.storeAll(storable.length)}
            </button>
          ) : null}
        </div>
      ) : null}
      {documents.map((one) => (
        <DocumentView key={one.key} document={one} isStoring={isStoring} {...actions} />
      ))}
    </>
  );
};

export default Try;
