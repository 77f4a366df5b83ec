import { NOT_STATED, type Stated } from '../../../model/fact.ts';
import type { AdverseEvent, AdverseEventGroup } from '../../../model/record/results.ts';
import { as, at, list, text } from '../../located/get.ts';
import type { Located } from '../../located/tree.ts';
import { stated } from '../../record-parts.ts';
import { ASSESSMENTS } from '../codes.ts';
import type { Dialect } from '../dialect.ts';
import { apiWord } from '../older-words.ts';
import { groupOf, ofGroup } from './group.ts';

const EVENTS = 'clinical_results.reported_events';
const KINDS = ['serious', 'other'] as const;

/** The category under which the totals of all events stand. */
const TOTAL = 'Total';

const isTotal = (category: Located): boolean => at(category, 'title')?.words === TOTAL;

const categories = (root: Located, kind: AdverseEvent['kind']): readonly Located[] =>
  list(root, `${EVENTS}.${kind}_events.category_list.category`);

const assessment = (node: Located | undefined, path: string): AdverseEvent['assessment'] =>
  as(node, path, (written) => ASSESSMENTS.get(apiWord(written)));

/** What an event says itself, else what is told once for all; what no event needs is left for the remarks. */
const own = <T>(said: Stated<T>, shared: () => Stated<T>): Stated<T> =>
  said === NOT_STATED ? shared() : said;

/** The adverse events of the older XML, which have what most of them share told once before them. */
export const olderEvents = (dialect: Dialect, root: Located): readonly AdverseEvent[] =>
  KINDS.flatMap((kind) => {
    const section = at(root, `${EVENTS}.${kind}_events`);
    return categories(root, kind)
      .filter((category) => !isTotal(category))
      .flatMap((category) =>
        list(category, 'event_list.event').flatMap((node) =>
          stated(text(node, 'sub_title')).map((term) => ({
            kind,
            term,
            organSystem: text(category, 'title'),
            vocabulary: own(text(node, 'sub_title.@vocab'), () => text(section, 'default_vocab')),
            assessment: own(assessment(node, 'assessment'), () => assessment(section, 'default_assessment')),
            notes: text(node, 'description'),
            counts: ofGroup(dialect, list(node, 'counts'), 'countGroup', (group, count) => ({
              group,
              events: text(count, '@events'),
              affected: text(count, '@subjects_affected'),
              atRisk: text(count, '@subjects_at_risk'),
            })),
          })),
        ),
      );
  });

const kindOf = (title: string): AdverseEventGroup['totals'][number]['kind'] | undefined => {
  if (/mortality/i.test(title)) return 'deaths';
  if (/serious adverse events/i.test(title) && !/not including serious/i.test(title)) return 'serious';
  return /not including serious/i.test(title) ? 'other' : undefined;
};

/** What the older XML tells of a group as totals: an event of that name in a category of its own. */
export const olderTotals = (dialect: Dialect, root: Located, group: string): AdverseEventGroup['totals'] =>
  KINDS.flatMap((kind) => categories(root, kind).filter(isTotal))
    .flatMap((category) => list(category, 'event_list.event'))
    .flatMap((node) => {
      const kind = kindOf(at(node, 'sub_title')?.words ?? '');
      if (kind === undefined) return [];
      return list(node, 'counts').flatMap((count) => {
        const id = groupOf(dialect, count, 'countGroup');
        if (id === NOT_STATED || id.value !== group) return [];
        return [
          { kind, affected: text(count, '@subjects_affected'), atRisk: text(count, '@subjects_at_risk') },
        ];
      });
    });
