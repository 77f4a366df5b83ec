import { regex } from 'regex';
import type { SectionRole } from './article.ts';

const ROLES: readonly (readonly [SectionRole, RegExp])[] = [
  ['registration', /^(?:clinical )?trial (?:registration|registry)|^registration/i],
  [
    'conclusions',
    /^(?:conclusions?|interpretation|discussion|significance|key points|highlights|what (?:this|the) (?:trial|study) (?:shows|adds)|what do these findings mean|what did the researchers)/i,
  ],
  ['results', /^(?:results?|findings|(?:main|clinical|non-?clinical) results)/i],
  ['body', /^methods (?:and|&) (?:principal )?(?:findings|results)/i],
  [
    'methods',
    /^(?:(?:patients?|materials?|subjects?|participants?) (?:and|&) )?methods?|^(?:study )?design|^patients|^participants|^setting|^interventions?|^(?:main |primary )?outcomes?(?: measures?)?$|^main outcome/i,
  ],
  ['objective', /^(?:aims?|objectives?|purpose)/i],
  [
    'background',
    /^(?:background|introduction|context|rationale|(?:author|editorial) (?:summary|commentary)|funding|strengths and limitations|contribution to the evidence|why was (?:this|the) study done)/i,
  ],
];

/** What some exports set before each heading of an abstract: `ABSTRACT.RESULTS`. */
const OF_ABSTRACT = /^abstract[.:]\s*/i;

/** The role of a section by its heading, if it is one that abstracts use. */
export const roleOfHeading = (heading: string): SectionRole | undefined => {
  const words = heading.trim().replace(OF_ABSTRACT, '');
  return ROLES.find(([, form]) => form.test(words))?.[0];
};

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
