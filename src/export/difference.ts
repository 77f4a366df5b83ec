import type { Issue } from '../fhir/issue.ts';

/** Something that an export says otherwise than the record that was read, or cannot say. */
export interface Difference {
  readonly kind: 'corrected' | 'removed' | 'added' | 'disagrees' | 'not-carried';
  /** Where it stands in what is written. */
  readonly path?: string;
  /** `Type/id` of the resource and FHIRPath of the element in it. */
  readonly resource?: string;
  readonly expression?: string;
  /** What the record said, or what cannot be said. */
  readonly before?: string;
  /** What is written. */
  readonly after?: string;
}

/** How much of a long text is shown. */
const SHOWN = 200;

const quoted = (text = ''): string => `“${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}”`;

const TEXTS: Readonly<Record<Difference['kind'], (one: Difference) => string>> = {
  corrected: ({ before, after }) => `${quoted(before)} was corrected to ${quoted(after)}, which is written`,
  removed: ({ before }) => `${quoted(before)} was taken away, and is not written`,
  added: ({ after }) => `${quoted(after)} is written, which no record of this form has said`,
  disagrees: ({ before, after }) => `${quoted(after)} is written; another source says ${quoted(before)}`,
  'not-carried': ({ before }) => `${quoted(before)} has no place that is known in what is written`,
};

/** A difference as it is told: where it is, and what. */
export const differenceIssue = (one: Difference): Issue => {
  const { kind, path, resource, expression } = one;
  const place = [path, resource].filter((part) => part !== undefined).join(', ');
  return {
    severity: kind === 'added' || kind === 'corrected' ? 'information' : 'warning',
    code: kind === 'disagrees' ? 'conflict' : kind === 'not-carried' ? 'incomplete' : 'informational',
    rule: `export-${kind}`,
    text: `${place}: ${TEXTS[kind](one)}`,
    ...(expression !== undefined && { expression }),
  };
};
