/** A sentence in a document's abstract, by UTF-16 indices, and the section it stands in. */
export interface SentencePlace {
  readonly from: number;
  readonly to: number;
  readonly section: number;
  readonly text: string;
}

const PARAGRAPH = /(?<=<jats:p>)[\s\S]*?(?=<\/jats:p>)/g;
const LONG_LINE = /^(?=[A-Za-z])(?:\S+[^\S\n]+){12,}\S*[.!?)]$/gm;
const HEADING = /(?:^|(?<=\s))[A-Z][A-Z ]{5,}: |^[A-Z][a-z]+: |(?<=[.!?]\s*)Trial [Rr]egistration:? /g;
const SENTENCE_END = /[.!?]\s+(?=[A-Z0-9])/g;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

const sectionsOf = (text: string): readonly Stretch[] => {
  const paragraphs = [...text.matchAll(PARAGRAPH)];
  if (paragraphs.length > 0)
    return paragraphs.map(({ 0: words, index }) => ({ from: index, to: index + words.length }));
  return [...text.matchAll(LONG_LINE)].flatMap((line) => {
    const headings = [...line[0].matchAll(HEADING)];
    if (headings.length === 0) return [{ from: line.index, to: line.index + line[0].length }];
    const starts = headings[0]?.index === 0 ? headings : [{ 0: '', index: 0 }, ...headings];
    return starts.map((heading, i) => ({
      from: line.index + heading.index + heading[0].length,
      to: line.index + (starts[i + 1]?.index ?? line[0].length),
    }));
  });
};

const isOpen = (before: string): boolean => before.split('(').length > before.split(')').length;

/** The sentences of a document's abstract, found without the product's own rules. */
export const sentencesIn = (text: string): readonly SentencePlace[] =>
  sectionsOf(text).flatMap(({ from, to }, section) => {
    const words = text.slice(from, to);
    const ends = [...words.matchAll(SENTENCE_END)].filter(({ index }) => !isOpen(words.slice(0, index)));
    const starts = [0, ...ends.map((end) => end.index + end[0].length)];
    return starts.map((start, i) => {
      const sentence = words.slice(start, starts[i + 1] ?? words.length).trimEnd();
      return { from: from + start, to: from + start + sentence.length, section, text: sentence };
    });
  });

/** Words by which a sentence refers to one before it. */
const REFERS =
  /^(?:these|this|those|such|they|it|its|their|overall|however|moreover|furthermore|besides|in addition|registered)\b|\b(?:these|those)\b/i;

/** Whether a sentence refers to one before it. */
export const refers = ({ text }: SentencePlace): boolean => REFERS.test(text);
