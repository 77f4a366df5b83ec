import type { OperationOutcomeIssue } from 'fhir/r5.js';
import type { ComponentChild, RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { issueText, lineOf } from '../../fhir/issue.ts';
import { validateTexts as texts } from '../../texts/en/validate.ts';
import { shownSeverity } from './validate-query.ts';

/** The offset of a place in a text; lines and columns are from 1. */
export const offsetOf = (text: string, line: number, column: number): number => {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
};

const LineMark = ({
  line,
  issues,
  open,
}: {
  line: number;
  issues: readonly OperationOutcomeIssue[];
  open: (line: number) => void;
}): ComponentChild => {
  const worst = issues.some((issue) => shownSeverity(issue) === 'error')
    ? 'error'
    : shownSeverity(issues[0]!);
  const words = issues.map(issueText).join('; ');
  return (
    <button
      type="button"
      class={`editor-mark editor-mark-${worst}`}
      title={words}
      aria-label={texts.marked(line, words)}
      onClick={() => open(line)}
    >
      {line}
    </button>
  );
};

/** A text with the numbers of its lines; lines that something is said of are marked. `open` is called for a marked line. */
export const ResourceEditor = ({
  text,
  change,
  issues,
  open,
  area,
}: {
  text: string;
  change: (text: string) => void;
  issues: readonly OperationOutcomeIssue[];
  open: (line: number) => void;
  area: RefObject<HTMLTextAreaElement | null>;
}): ComponentChild => {
  const gutter = useRef<HTMLDivElement>(null);
  const byLine = Map.groupBy(issues, lineOf);
  const lines = text.split('\n').length;
  return (
    <div class="editor">
      <div class="editor-gutter" ref={gutter}>
        {Array.from({ length: lines }, (_, at) => at + 1).map((line) => {
          const here = byLine.get(line);
          return here ? (
            <LineMark key={line} line={line} issues={here} open={open} />
          ) : (
            <span key={line} aria-hidden="true">
              {line}
            </span>
          );
        })}
      </div>
      <textarea
        ref={area}
        aria-label={texts.resource}
        wrap="off"
        spellcheck={false}
        autocomplete="off"
        placeholder={texts.placeholder}
        value={text}
        onInput={(event) => change(event.currentTarget.value)}
        onScroll={(event) => {
          if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
};
