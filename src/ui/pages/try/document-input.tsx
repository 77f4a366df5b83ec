import type { ComponentChild } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { tryTexts as texts } from '../../texts/en/try.ts';
import type { TriedDocuments } from './use-tried-documents.ts';

/** Takes documents: pasted, dropped or chosen. */
export const DocumentInput = ({ add }: Pick<TriedDocuments, 'add'>): ComponentChild => {
  const [text, setText] = useState('');
  const [isOver, setIsOver] = useState(false);
  const pasted = useRef(0);
  const addFiles = (files: FileList | null | undefined) =>
    add([...(files ?? [])].map((file) => ({ name: file.name, body: file })));
  const addText = () => {
    pasted.current += 1;
    add([{ name: texts.pasted(pasted.current), body: new Blob([text]) }]);
    setText('');
  };
  const over = (isNow: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setIsOver(isNow);
  };
  return (
    <div class="try-input">
      <form
        class="try-paste"
        onSubmit={(event) => {
          event.preventDefault();
          addText();
        }}
      >
        <label class="field">
          <span>{texts.paste}</span>
          <textarea
            rows={10}
            value={text}
            placeholder={texts.placeholder}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <div class="row">
          <button type="submit" class="primary" disabled={text.trim() === ''}>
            {texts.read}
          </button>
          <button type="button" class="quiet" onClick={() => setText(texts.exampleText)}>
            {texts.example}
          </button>
        </div>
      </form>
      <section
        class={isOver ? 'try-drop try-drop-over' : 'try-drop'}
        aria-label={texts.drop}
        onDragEnter={over(true)}
        onDragOver={over(true)}
        onDragLeave={over(false)}
        onDrop={(event) => {
          over(false)(event);
          addFiles(event.dataTransfer?.files);
        }}
      >
        <label>
          {texts.drop} <span class="try-choose">{texts.choose}</span>
          <input
            type="file"
            multiple
            class="hidden"
            onChange={(event) => {
              addFiles(event.currentTarget.files);
              event.currentTarget.value = '';
            }}
          />
        </label>
        <p class="muted small">{texts.kinds}</p>
      </section>
    </div>
  );
};
