import type { Fact } from '../model/fact.ts';
import { NOT_STATED, type Stated } from '../model/fact.ts';
import type { PersonName, Publication, Translation } from '../model/trial.ts';
import type { Passage } from './passage.ts';

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
  readonly sections: readonly Section[];
}

interface Bibliography {
  readonly title: Stated<string>;
  readonly translatedTitles?: readonly Fact<Translation>[];
  readonly authors?: readonly Fact<PersonName>[];
  readonly journal?: Stated<string>;
  readonly publisher?: Stated<string>;
  readonly published?: Stated<string>;
  readonly doi?: Stated<string>;
  readonly issn?: Stated<string>;
}

/** A publication of which only these things are stated. */
export const publication = (known: Bibliography): Publication => ({
  translatedTitles: [],
  authors: [],
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
