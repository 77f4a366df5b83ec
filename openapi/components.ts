/** A place of the document that refers to what stands among the components. */
export interface Reference {
  readonly $ref: string;
}

/** Things of one kind that several places of the document have in common: https://spec.openapis.org/oas/v3.1.0#components-object */
export class Components {
  readonly #kind: string;
  readonly #byName = new Map<string, unknown>();
  readonly #nameByText = new Map<string, string>();

  constructor(kind: 'parameters' | 'headers' | 'requestBodies' | 'responses') {
    this.#kind = kind;
  }

  /** Refers to a component; what is the same is kept once, under the first of its names that is free. */
  refer(component: unknown, ...names: readonly string[]): Reference {
    const text = JSON.stringify(component);
    const known = this.#nameByText.get(text);
    const name = known ?? names.find((one) => !this.#byName.has(one));
    if (name === undefined) throw new Error(`${names.join(', ')} are taken by other ${this.#kind}`);
    this.#nameByText.set(text, name);
    this.#byName.set(name, component);
    return { $ref: `#/components/${this.#kind}/${name}` };
  }

  /** All of them, in the order of their names. */
  all(): Readonly<Record<string, unknown>> {
    return Object.fromEntries([...this.#byName].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
