import type { BrokenTree } from '../located/tree.ts';
import { type Answer, type Field, type Form, formOf } from './form.ts';

const CODED =
  /^(?<code>[A-HNP]\.(?:IMP|Sponsor|\d+(?:\.\d+)*)?)(?:\s+(?:and|to)\s+[A-H]\.\d+(?:\.\d+)*)?(?:\s+|(?=:))(?<rest>\S.*)?$/;
const SECTION =
  /^(?<section>[A-HNP])\. (?:Protocol Information|Sponsor Information|Applicant Identification|IMP Identification|General Information on the Trial|Population of Trial Subjects|Investigator Networks to be involved in the Trial|Third Country in which the Trial was first authorised|Review by the Competent Authority or Ethics Committee in the country concerned|End of Trial)\s*$/i;
const SUMMARY =
  /^(?<label>EudraCT Number|Sponsor's Protocol Code Number|National Competent Authority|Clinical Trial Type|Trial Status|Date on which this record was first entered in the EudraCT database|Trial results|Link):/;
const NUMBERED =
  /^(?:(?<sponsor>Sponsor)|(?<section>[DG])\.(?:IMP|8 Placebo|4 Investigator Network[^:]*)):? \d+\s*$/;
const LANGUAGE = /^(?<label>.*\S)\s*\((?<language>[a-z]{2})\)$/s;
const LABELLED = /^(?<label>(?:Ethics Committee Opinion: Reason\(s\)[^:]*|[^:?]*)[:?])/;
/** What the form itself says below one of its fields. */
const FORMS_OWN = /\n\(For clinical trials recorded in the database before [\s\S]*$/;
/** Lists that stand one below the other. */
const LISTED = new Set(['D.3.7', 'E.8.6.3']);

interface Line {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const linesIn = (text: string, from: number, to: number): readonly Line[] =>
  [...text.slice(from, to).matchAll(/[^\r\n]+/g)].map((match) => ({
    text: match[0],
    from: from + match.index,
    to: from + match.index + match[0].length,
  }));

/** A field whose answer goes on until the next one begins. */
interface Open {
  readonly code: string;
  readonly label: string;
  readonly language: string | undefined;
  readonly from: number;
  to: number;
}

const trimmed = (text: string, from: number, to: number): Pick<Answer, 'words' | 'from' | 'to'> => {
  const raw = text.slice(from, to).replace(FORMS_OWN, '');
  const words = raw.trim();
  const start = from + raw.length - raw.trimStart().length;
  return { words, from: start, to: start + words.length };
};

const closed = (text: string, { code, label, language, from, to }: Open): Field => {
  const answers = LISTED.has(code)
    ? linesIn(text, from, to).map((line) => trimmed(text, line.from, line.to))
    : [trimmed(text, from, to)];
  return { code, label, answers: answers.map((answer) => ({ ...answer, language })) };
};

const numbersOf = (code: string): readonly number[] => (code.match(/\d+/g) ?? []).map(Number);

/** Whether a field may stand behind another: forms are filled in the order of their codes, products over and over. */
const mayFollow = (code: string, before: string): boolean => {
  if (!/^[AEF]\./.test(code)) return true;
  const [now, then] = [numbersOf(code), numbersOf(before)];
  const at = now.findIndex((number, i) => number !== then[i]);
  return at < 0 ? now.length >= then.length : (now[at] ?? 0) > (then[at] ?? -1);
};

const opened = (line: Line, section: string, before: string): Open | undefined => {
  const summary = SUMMARY.exec(line.text)?.groups?.label;
  if (summary !== undefined && section === '')
    return {
      code: '',
      label: summary,
      language: undefined,
      from: line.from + summary.length + 1,
      to: line.to,
    };
  const numbered = NUMBERED.exec(line.text)?.groups;
  if (numbered && section === (numbered.sponsor === undefined ? numbered.section : 'B'))
    return { code: '', label: line.text.trim(), language: undefined, from: line.to, to: line.to };
  const { code = '', rest = '' } = CODED.exec(line.text)?.groups ?? {};
  if (code === '' || !code.startsWith(section) || /^[A-H]\.$/.test(code)) return undefined;
  if (before.startsWith(`${section}.`) && !mayFollow(code, before)) return undefined;
  const asked = LABELLED.exec(rest)?.groups?.label;
  // Some headings have no colon, and may have an answer below all the same.
  const label = asked === undefined ? rest : asked.replace(/:$/, '');
  const { label: bare = label.trim(), language } = LANGUAGE.exec(label.trim())?.groups ?? {};
  const from = line.to - rest.length + (asked ?? rest).length;
  return { code, label: bare.trim(), language, from, to: line.to };
};

/** The fields of one protocol, from its summary to the next one's. */
const fieldsIn = (text: string, from: number, to: number): readonly Field[] => {
  const fields: Field[] = [];
  let open: Open | undefined;
  let section = '';
  const close = (): void => {
    if (open) fields.push(closed(text, open));
    open = undefined;
  };
  for (const line of linesIn(text, from, to)) {
    const begun = SECTION.exec(line.text)?.groups?.section?.toUpperCase();
    if (begun !== undefined && begun >= section) {
      close();
      section = begun;
      continue;
    }
    if (/^MedDRA Classification\s*$/.test(line.text) && section === 'E') {
      close();
      continue;
    }
    const next = opened(line, section, open?.code ?? fields.at(-1)?.code ?? '');
    if (next) {
      close();
      open = next;
    } else if (open) open.to = line.to;
  }
  close();
  return fields;
};

const BEGINS = /^(?:Summary[ \t]*\r?\n\s*)?EudraCT Number:/gm;
const HAS_FORM = /^A\.[12] (?:Member State Concerned|EudraCT number):/im;

/** Where each protocol of a text export begins and ends. */
export const protocolBounds = (text: string): readonly (readonly [from: number, to: number])[] => {
  if (!HAS_FORM.test(text)) return [];
  const begins = [...text.matchAll(BEGINS)].map((match) => match.index);
  const starts = begins.length > 0 ? begins : [0];
  return starts.map((from, i) => [from, starts[i + 1] ?? text.length]);
};

/** The register's text export, one or several countries' protocols; nothing if the text is none. */
export const textExport = (text: string): Form | BrokenTree | undefined => {
  const bounds = protocolBounds(text);
  if (bounds.length === 0) return undefined;
  return formOf(
    'text',
    text,
    bounds.map(([from, to]) => fieldsIn(text, from, to)),
  );
};
