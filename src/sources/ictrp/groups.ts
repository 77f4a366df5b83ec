import { NOT_STATED } from '../../model/fact.ts';
import type { Arm } from '../../model/record/protocol.ts';
import { at } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { partOf, wordingOf } from '../located/wording.ts';
import { keyOf } from '../prose/key.ts';

/** Forms in which registries tell what each group is given. */
const FORMS: readonly { readonly all: RegExp; readonly one: RegExp }[] = [
  {
    all: /^Intervention \d+:/,
    one: /Intervention \d+:\s*(?<name>[^:.;]{1,80}?)\s*:\s*(?<given>.+?)\s*(?=Intervention \d+:|$)/gs,
  },
  {
    all: /^(?:[^:;]*\b(?:group|arm|control|experimental|observation|cohort)\b[^:;]{0,40}:[^;]+(?:;|$)\s*){2,}$/i,
    one: /(?<name>[^:;]*[^:;\s])\s*:\s*(?<given>[^;]*[^;\s])/g,
  },
];

/** In UTF-16 units, as long as a registry's field may be. */
const LONGEST = 20_000;

/** The groups that the words of an intervention tell apart: `Treatment group:Velortan;Control group:Placebo;`. */
export const groupsIn = (node: Located | undefined, path: string): readonly Arm[] => {
  const found = at(node, path);
  if (found === undefined || found.words.length > LONGEST) return [];
  const wording = wordingOf(found);
  const form = FORMS.find(({ all }) => all.test(wording.text.trim()));
  return [...(form ? wording.text.matchAll(form.one) : [])].map(
    ({ 0: all, index, groups: { name = '', given = '' } = {} }) => {
      const [from, to] = [index + all.indexOf(name), index + all.lastIndexOf(given)];
      return {
        key: keyOf(name),
        name: partOf(found, wording, from + name.length - name.trimStart().length, from + name.length),
        type: NOT_STATED,
        description: partOf(found, wording, to, to + given.length),
        interventions: [],
      };
    },
  );
};
