import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { previewDocument, storeDocument } from '../../fhir/document.ts';
import { isStoredAlready, type TriedDocument } from './tried-document.ts';

/** The documents of the page, and what can be done with them. */
export interface TriedDocuments {
  readonly documents: readonly TriedDocument[];
  readonly add: (files: readonly { readonly name: string; readonly body: Blob }[]) => void;
  readonly store: (keys: readonly number[]) => void;
  readonly retry: (key: number) => void;
  /** Gives up the request that runs; its document can be tried again. */
  readonly cancel: () => void;
  readonly remove: (key: number) => void;
}

/** Reads documents one after the other as they are added, and stores those that are chosen. */
export const useTriedDocuments = (): TriedDocuments => {
  const [documents, setDocuments] = useState<readonly TriedDocument[]>([]);
  const nextKey = useRef(1);
  const running = useRef(new AbortController());
  useEffect(() => () => running.current.abort(), []);

  const change = (key: number, changes: Partial<TriedDocument>) =>
    setDocuments((before) => before.map((one) => (one.key === key ? { ...one, ...changes } : one)));

  const waiting = documents.find(({ stage }) => stage === 'waiting');
  const isBusy = documents.some(({ stage }) => stage === 'reading' || stage === 'storing');
  useEffect(() => {
    if (waiting === undefined || isBusy) return;
    const { key, body, preview } = waiting;
    running.current = new AbortController();
    const { signal } = running.current;
    const read = async () => {
      change(key, { stage: 'reading' });
      const answer = await previewDocument(body, signal);
      change(
        key,
        answer.ok ? { stage: 'read', preview: answer.value } : { stage: 'failed', failure: answer.failure },
      );
    };
    const store = async () => {
      change(key, { stage: 'storing' });
      const answer = await storeDocument(body, signal);
      const stage = preview && isStoredAlready(preview) ? 'unchanged' : 'stored';
      change(key, answer.ok ? { stage } : { stage: 'failed', failure: answer.failure });
    };
    void (preview === undefined ? read() : store());
  }, [waiting?.key, isBusy]);

  const queue = (keys: readonly number[]) =>
    setDocuments((before) =>
      before.map(({ failure, ...one }) =>
        keys.includes(one.key)
          ? { ...one, stage: 'waiting' as const }
          : { ...one, ...(failure && { failure }) },
      ),
    );
  return {
    documents,
    add: useCallback((files) => {
      const added = files.map((file) => ({ ...file, key: nextKey.current++, stage: 'waiting' as const }));
      setDocuments((before) => [...added, ...before]);
    }, []),
    store: queue,
    retry: (key) => queue([key]),
    cancel: () => running.current.abort(),
    remove: (key) => setDocuments((before) => before.filter((one) => one.key !== key)),
  };
};
