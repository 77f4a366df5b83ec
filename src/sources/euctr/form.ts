import type { Located, Tree } from '../located/tree.ts';
import { type BrokenTree, draft, locate } from '../located/tree.ts';

/** What a protocol says in a field of its form, and where: bounds in UTF-16 units. */
export interface Answer {
  readonly words: string;
  readonly from: number;
  readonly to: number;
  /** BCP 47, where the answer is given in several languages. */
  readonly language: string | undefined;
}

/** A field of a protocol's form as it is met: its code (none in the summary), what it asks, the answers. */
export interface Field {
  readonly code: string;
  readonly label: string;
  readonly answers: readonly Answer[];
}

/** An answer in its place: the field's code and label, and the group (sponsor, product, term) it belongs to. */
export interface Entry {
  readonly code: string;
  readonly label: string;
  readonly language: string | undefined;
  /** Its number within the protocol: `D.IMP[2]`; empty for fields that belong to no group. */
  readonly group: string;
  readonly node: Located;
}

/** A protocol as one country's authority has it. */
export interface Protocol {
  readonly entries: readonly Entry[];
}

/** The protocols of a document, with the places of all answers. */
export interface Form {
  readonly tree: Tree;
  readonly protocols: readonly Protocol[];
}

/** What the register writes where it has no answer. */
const UNANSWERED = /^(?:Information not present in EudraCT)?$/i;

/** Fields that begin a new group of their kind, and the fields that belong to it. */
const GROUPS: readonly { readonly name: string; readonly begins: RegExp; readonly holds: RegExp }[] = [
  { name: 'B.Sponsor', begins: /^(?:B\.)?Sponsor:? \d+$/, holds: /^B\./ },
  { name: 'B.4', begins: /^B\.4\.1 /, holds: /^B\.4\./ },
  { name: 'D.IMP', begins: /^D\.IMP\b/, holds: /^D\.[1-7]/ },
  { name: 'D.3.8', begins: /^D\.3\.8 (?!IMP Identification)/, holds: /^D\.3\.(?:8|9|10)(?:\.|\s)/ },
  { name: 'D.8', begins: /^D\.8 Placebo\b/, holds: /^D\.8/ },
  { name: 'E.1.2', begins: /^E\.1\.2 Version$/, holds: /^E\.1\.2 / },
  { name: 'G.Network', begins: /^G\.4 Investigator Network|^G\.4\.1 /, holds: /^G\.4/ },
];

/** Several fields have these codes; their labels tell them apart. */
const SHARED_CODE = /^(?:E\.1\.2|E\.8\.9\.\d|N\.|P\.)$/;

const nameOf = ({ code, label }: Pick<Field, 'code' | 'label'>): string => {
  if (code === '') return label;
  return SHARED_CODE.test(code) ? `${code} ${label}` : code;
};

/** Puts a protocol's fields in their groups; `add` makes an answer a node at a path. */
const grouped = (
  fields: readonly Field[],
  base: string,
  add: (answer: Answer, path: string) => Located,
): readonly Entry[] => {
  const counts = new Map<string, number>();
  let open: readonly string[] = [];
  const met = new Map<string, number>();
  return fields.flatMap((field) => {
    const asked = `${field.code} ${field.label}`.trim();
    open = open.filter((group) => GROUPS.find(({ name }) => name === group)?.holds.test(asked));
    const begun = GROUPS.find(({ begins }) => begins.test(asked));
    if (begun) {
      counts.set(begun.name, (counts.get(begun.name) ?? 0) + 1);
      open = [...open.filter((group) => group !== begun.name), begun.name];
    }
    const group = open.map((name) => `${name}[${counts.get(name)}]`).join('/');
    return field.answers.flatMap((answer) => {
      if (UNANSWERED.test(answer.words)) return [];
      const language = answer.language === undefined ? '' : `[@lang='${answer.language}']`;
      const path = [base, group, nameOf(field)].filter((part) => part !== '').join('/') + language;
      const count = (met.get(path) ?? 0) + 1;
      met.set(path, count);
      const node = add(answer, count === 1 ? path : `${path}[${count}]`);
      return [{ code: field.code, label: field.label, language: answer.language, group, node }];
    });
  });
};

/** Makes a form of the protocols' fields found in a text. */
export const formOf = (
  format: 'html' | 'text',
  text: string,
  protocols: readonly (readonly Field[])[],
): Form | BrokenTree => {
  let entries: readonly (readonly Entry[])[] = [];
  const tree = locate(format, text, (drafted) => {
    const add = ({ words, from, to }: Answer, path: string): Located => {
      const node = draft(drafted, 'text', path, from);
      node.to = to;
      node.words = words;
      drafted.leaves.push(node);
      return node;
    };
    entries = protocols.map((fields, index) =>
      grouped(fields, protocols.length > 1 ? `/protocol[${index + 1}]` : '/protocol', add),
    );
    return draft(drafted, 'element', '', 0);
  });
  return tree.kind === 'broken' ? tree : { tree, protocols: entries.map((found) => ({ entries: found })) };
};
