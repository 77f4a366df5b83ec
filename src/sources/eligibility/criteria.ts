/** A stretch of a text, by its bounds. */
interface Bounds {
  readonly from: number;
  readonly to: number;
}

type Section = 'inclusion' | 'exclusion';

/** The criteria that a text lists, each by its bounds, without the mark it begins with. */
export type Criteria = Readonly<Record<Section, readonly Bounds[]>>;

interface Line extends Bounds {
  readonly indent: number;
  /** `*`, `-`, `1.`; empty where the line begins with none. */
  readonly mark: string;
  readonly words: string;
  /** Whether a line without words stands before it. */
  readonly apart: boolean;
}

/** A criterion in the making: an item with all that is indented under it, or a line without a mark. */
interface Block extends Bounds {
  readonly first: Line;
}

const LINE =
  /^(?<indent>\s*)(?:(?<mark>[-–—*•●▪◦·]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)(?<gap>[ \t\u00a0]+|$))?(?<words>\S.*)?$/is;

const BEFORE = String.raw`(?:(?:the|key|main|major|general|principal|primary|secondary|additional|other|specific|core|eligibility|trial|study|patients?|participants?|subjects?|phase|part|cohort|arm|group|[a-d]|\d{1,2}[ab]?)[\s,&:.()-]+)*`;
const KIND = '(?<kind>non[- ]?inclusion|inclusion|exclusion)';

/** A line that only names a section: `Inclusion Criteria:`, `Key exclusion criteria for part 2`, `Exclusion`. */
const TITLE = new RegExp(
  String.raw`^[\W_]*${BEFORE}(?:${KIND}(?:\s+criteri(?:a|on|um)\b[^:]{0,60}|\s*)|criteria\s+(?:for|of)\s+${KIND.replace('kind', 'other')}[^:]{0,40})[\s:*_.]*$`,
  'i',
);

/** A section's name with what belongs to it in the same line. */
const INLINE =
  /(?:^|(?<=[\s.;>]))(?<!\b(?:and|or|\/|&|the|these)\s{0,3})(?:(?:key|main|major)\s+)?(?:non[- ]?inclusion|inclusion|exclusion)\s+criteria\s*[*_]*:/gi;

const SAYS_IN = /\b(?:inclusion|included?|eligible)\b/i;
const SAYS_OUT = /\b(?:exclusion|excluded?|not (?:be )?eligible|ineligible)\b/i;
const NOTHING = /^(?:none|nil|n\/?a|not applicable|not specified|not provided|see above)\W*$/i;
const CAPITALS = /^[A-Z][A-Z\s/&,()-]{2,60}$/;
const IN_PART = /\b(?:one|two|three|any|either|some|or more|at least)\b/i;
const OR = /\bor[.,;:]?$/i;
const NOTE = /^(?:note|nb|n\.b\.)\b/i;

const linesOf = (text: string, start: number): readonly Line[] => {
  const lines: Line[] = [];
  let at = start;
  let apart = false;
  for (const line of text.split('\n')) {
    const { indent = '', mark = '', gap = '', words = '' } = LINE.exec(line.trimEnd())?.groups ?? {};
    const from = at + indent.length + mark.length + gap.length;
    at += line.length + 1;
    if (words !== '')
      lines.push({ from, to: from + words.length, indent: indent.length, mark, words, apart });
    apart = words === '';
  }
  return lines;
};

/** The text's lines, where a section's name ends one. */
const split = (text: string): readonly Line[] => {
  const cuts = [...text.matchAll(INLINE)].flatMap(({ index, 0: found }) => [index, index + found.length]);
  return [0, ...cuts].flatMap((from, number) => linesOf(text.slice(from, cuts[number] ?? text.length), from));
};

/** The section that a line opens; `unknown` where it names both. */
const sectionOf = ({ words, mark }: Line): Section | 'unknown' | undefined => {
  const { kind, other } = TITLE.exec(words)?.groups ?? {};
  const named = (kind ?? other)?.toLowerCase();
  if (named !== undefined) return named === 'inclusion' ? 'inclusion' : 'exclusion';
  if (
    mark !== '' ||
    words.length > 200 ||
    !(words.endsWith(':') || /^[\W_]*inclusion\b.*\bexclusion criteria\W*$/i.test(words))
  )
    return undefined;
  const [included, excluded] = [SAYS_IN.test(words.replace(SAYS_OUT, '')), SAYS_OUT.test(words)];
  if (included && excluded) return 'unknown';
  return included ? 'inclusion' : excluded ? 'exclusion' : undefined;
};

const isOrdinal = (mark: string): boolean => /[\da-z]/i.test(mark);

/** Whether a line goes on with the block before it. */
const continues = (line: Line, { first }: Block): boolean => {
  if (first.mark === '') return false;
  if (line.indent > first.indent) return true;
  if (line.mark !== '')
    return (
      isOrdinal(first.mark) &&
      !isOrdinal(line.mark) &&
      line.indent === first.indent &&
      first.words.endsWith(':')
    );
  return NOTE.test(line.words) || (!line.apart && /^\p{Ll}/u.test(line.words) && !line.words.endsWith(':'));
};

const blocksOf = (lines: readonly Line[]): readonly Block[] => {
  const blocks: Block[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last !== undefined && continues(line, last)) blocks[blocks.length - 1] = { ...last, to: line.to };
    else blocks.push({ first: line, from: line.from, to: line.to });
  }
  return blocks;
};

/** A line that only leads to the list behind it. */
const leads = ({ first }: Block): boolean =>
  first.mark === '' && (first.words.endsWith(':') || CAPITALS.test(first.words));

/**
 * The criteria of a section. A line that leads to a list is none itself; but where any of the list's items is enough
 * to be let in, line and list are one criterion, and so are items that *or* joins.
 */
const criteriaIn = (section: Section, text: string, blocks: readonly Block[]): readonly Bounds[] => {
  const found: { from: number; to: number }[] = [];
  let joined = false;
  for (const block of blocks) {
    const { first, from, to } = block;
    const last = found.at(-1);
    const alternative =
      section === 'inclusion' &&
      last !== undefined &&
      OR.test(text.slice(Math.max(last.from, last.to - 8), last.to));
    if (last !== undefined && first.mark !== '' && (joined || alternative)) last.to = to;
    else if (leads(block)) {
      joined = section === 'inclusion' && IN_PART.test(first.words);
      if (joined) found.push({ from, to });
    } else {
      joined = false;
      if (!NOTHING.test(first.words)) found.push({ from, to });
    }
  }
  return found;
};

/**
 * Cuts a registry's eligibility text into criteria. An item of a list is one with all that is nested in it, as only
 * its whole says what is asked. What stands under no section's name is left out: it may be either.
 */
export const criteriaOf = (text: string): Criteria => {
  const found: Record<Section, Bounds[]> = { inclusion: [], exclusion: [] };
  let section: Section | 'unknown' | undefined;
  let lines: Line[] = [];
  const close = (): void => {
    if (section === 'inclusion' || section === 'exclusion')
      found[section].push(...criteriaIn(section, text, blocksOf(lines)));
    lines = [];
  };
  for (const line of split(text)) {
    const opened = sectionOf(line);
    if (opened === undefined) lines.push(line);
    else {
      close();
      section = opened;
    }
  }
  close();
  return found;
};

/** Cuts a text that has the criteria of one section only. */
export const criteriaOfSection = (section: Section, text: string): readonly Bounds[] =>
  criteriaIn(section, text, blocksOf(split(text).filter((line) => sectionOf(line) === undefined)));
