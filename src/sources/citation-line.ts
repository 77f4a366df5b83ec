import { regex } from 'regex';
import { NOT_STATED, type Stated } from '../model/fact.ts';
import type { Publication } from '../model/trial.ts';
import type { Passage } from './passage.ts';

const CITATION = regex('d')`
  (?<journal> \p{Lu} [^.;:]{2,100} ) \. \s
  (?<date> (?<year> (19|20)\d\d ) ( \s (?<month> Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec ) ( \s (?<day> \d{1,2} ) )? )? ) ;
  (?<volume> \w+ ) ( \( (?<issue> [^\)]+ ) \) )? ( : (?<pages> [\w.\-–]+? ) )? \. (?= \s | $ )
  ( \s* doi:\s? (?<doi> 10\.\d{4,9}\/\S+? ) \.? (?= \s | $ ) )?`;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A line as bibliographies set it: `Journal. 2024 Jun;59(6):777-784. doi: 10.…`. */
export const citationIn = (line: Passage): Partial<Publication> | undefined => {
  const match = CITATION.exec(line.text);
  if (!match?.groups) return undefined;
  const part = (name: string): Stated<string> => {
    const [from, to] = match.indices?.groups?.[name] ?? [0, 0];
    return to > from ? line.fact(from, to, line.text.slice(from, to)) : NOT_STATED;
  };
  const { year = '', month, day } = match.groups;
  const date = [
    year,
    ...(month ? [String(MONTHS.indexOf(month) + 1).padStart(2, '0')] : []),
    ...(day ? [day.padStart(2, '0')] : []),
  ].join('-');
  const [from, to] = match.indices?.groups?.date ?? [0, 0];
  return {
    journal: part('journal'),
    published: line.fact(from, to, date),
    volume: part('volume'),
    issue: part('issue'),
    pages: part('pages'),
    doi: part('doi'),
  };
};
