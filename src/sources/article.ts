import { NOT_STATED } from '../model/fact.ts';
import type { Publication, Registration } from '../model/trial.ts';
import type { Passage } from './passage.ts';
import type { Table } from './table/table.ts';

/** What a part of an abstract is for. `body` is text under no heading. */
export type SectionRole =
  | 'background'
  | 'objective'
  | 'methods'
  | 'results'
  | 'conclusions'
  | 'registration'
  | 'body';

export interface Section {
  readonly role: SectionRole;
  readonly passage: Passage;
}

/** A publication as its page shows it: what is known of it, and its text by sections. */
export interface Article {
  readonly title: Passage | undefined;
  readonly publication: Publication;
  /** Of the abstract, where a paper has more. */
  readonly sections: readonly Section[];
  /** Of what stands behind the abstract, as far as it tells of the trial. */
  readonly body?: readonly Section[];
  readonly tables?: readonly Table[];
  /** What of it is not read, in words. */
  readonly unread?: readonly string[];
  /** Numbers of the trial that stand outside the text. */
  readonly registrations?: readonly Registration[];
  /** What the publication is said to be where that is no report of one trial. */
  readonly otherKind?: string;
}

/** A publication of which only these things are stated. */
export const publication = (known: Partial<Publication>): Publication => ({
  title: NOT_STATED,
  translatedTitles: [],
  authors: [],
  authorsComplete: NOT_STATED,
  journal: NOT_STATED,
  publisher: NOT_STATED,
  published: NOT_STATED,
  doi: NOT_STATED,
  issn: NOT_STATED,
  volume: NOT_STATED,
  issue: NOT_STATED,
  pages: NOT_STATED,
  ...known,
});
