import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const marksOf = (target: EventTarget | null): readonly string[] => {
  const marked = target instanceof Element ? target.closest<HTMLElement>('[data-marks]') : null;
  return marked?.dataset.marks?.split(' ') ?? [];
};

const withMark = (root: Element, mark: string): NodeListOf<HTMLElement> =>
  root.querySelectorAll<HTMLElement>(`[data-marks~="${mark}"]`);

const show = (root: Element, look: 'pointed' | 'opened', marks: readonly string[]): void => {
  for (const one of root.querySelectorAll(`.${look}`)) one.classList.remove(look);
  for (const mark of marks) for (const one of withMark(root, mark)) one.classList.add(look);
};

/** Moves the other side to what is pointed at on one, once the pointer rests on it. */
const follow = (page: Element, from: EventTarget | null): void => {
  const [mark] = marksOf(from);
  for (const pane of page.querySelectorAll('.source-text, .source-values'))
    if (mark !== undefined && !pane.contains(from as Node))
      withMark(pane, mark)[0]?.scrollIntoView({ block: 'nearest' });
};

/** So long a pointer rests on what a person looks at. */
const REST = 250;

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Moves from mark to mark of the document with the arrow keys. */
const move = (event: KeyboardEvent): void => {
  const step = STEPS[event.key];
  const text = event.target instanceof Element ? event.target.closest('.source-text') : null;
  if (step === undefined || text === null) return;
  const marks = [...text.querySelectorAll<HTMLElement>('[data-marks]')];
  const at = marks.indexOf(event.target as HTMLElement);
  event.preventDefault();
  marks[Math.min(Math.max(at + step, 0), marks.length - 1)]?.focus();
};

/**
 * Shows on one side what is pointed at on the other, and the opened mark on both. It changes classes of elements that
 * stand already, as drawing thousands of marks anew for each move of the pointer would be slow.
 */
export const useMarks = (
  root: RefObject<HTMLElement | null>,
  opened: number | undefined,
  drawn: unknown,
): void => {
  useEffect(() => {
    const page = root.current;
    if (page === null) return;
    let resting: ReturnType<typeof setTimeout>;
    const point = ({ target }: Event) => {
      show(page, 'pointed', marksOf(target));
      clearTimeout(resting);
      resting = setTimeout(() => follow(page, target), REST);
    };
    page.addEventListener('pointerover', point);
    page.addEventListener('focusin', point);
    page.addEventListener('keydown', move);
    return () => {
      clearTimeout(resting);
      page.removeEventListener('pointerover', point);
      page.removeEventListener('focusin', point);
      page.removeEventListener('keydown', move);
    };
  }, [drawn]);
  useEffect(() => {
    const page = root.current;
    if (page === null) return;
    show(page, 'opened', opened === undefined ? [] : [String(opened)]);
    if (opened === undefined) return;
    for (const pane of page.querySelectorAll('.source-text, .source-values'))
      if (!pane.contains(document.activeElement))
        withMark(pane, String(opened))[0]?.scrollIntoView({ block: 'center' });
  }, [opened, drawn]);
};
