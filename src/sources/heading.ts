import { regex } from 'regex';
import type { SectionRole } from './article.ts';

const ROLES: readonly (readonly [SectionRole, RegExp])[] = [
  ['registration', /^(?:clinical )?trial (?:registration|registry)|^registration/i],
  ['conclusions', /^(?:conclusions?|interpretation|discussion|significance)/i],
  ['results', /^(?:results?|findings|main results)/i],
  [
    'methods',
    /^(?:(?:patients?|materials?|subjects?|participants?) (?:and|&) )?methods?|^(?:study )?design|^patients|^participants|^setting|^interventions?|^main outcome/i,
  ],
  ['objective', /^(?:aims?|objectives?|purpose)/i],
  ['background', /^(?:background|introduction|context|rationale)/i],
];

/** The role of a section by its heading, if it is one that abstracts use. */
export const roleOfHeading = (heading: string): SectionRole | undefined =>
  ROLES.find(([, words]) => words.test(heading.trim()))?.[0];

/**
 * A heading that stands in the running text: `MATERIALS AND METHODS: …`, `Results: …`, or the words
 * *Trial registration*, which many pages set without a colon.
 */
export const INLINE_HEADING = regex('dg')`
  (?<= ^ | [.!?:\)\]] \s* | \n \s* )
  (
    (?<heading> \p{Lu} [\p{Lu}\ &\/,\-]{2,60} | \p{Lu} \p{Ll}+ (\ (and|of|or|&|\p{L}\p{Ll}+)){0,3} ) : (?= \s )
  | (?<registration> ([Cc]linical\ )? [Tt]rial\ [Rr]egistration (\ [Nn]umber)? ) :? (?= \s )
  )
`;
