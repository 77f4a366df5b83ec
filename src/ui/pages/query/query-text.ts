/** A parameter of a search as it is edited. */
export interface QueryParameter {
  /** With a chain, if there is one. */
  readonly name: string;
  readonly modifier: string;
  readonly value: string;
}

/** A request to the FHIR API as it is edited: `Type?name:modifier=value&…`, or any other path. */
export interface QueryParts {
  readonly path: string;
  readonly parameters: readonly QueryParameter[];
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

const parameterOf = (pair: string): QueryParameter => {
  const at = pair.indexOf('=');
  const [key, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
  const name = decoded(key);
  // A colon before a dot names a type in a chain.
  const [, plain = name, modifier = ''] = /^(.*):([^.:]*)$/.exec(name) ?? [];
  return { name: plain, modifier, value: decoded(value) };
};

/** Takes a request apart. */
export const partsOf = (query: string): QueryParts => {
  const [path = '', ...rest] = query.split('?');
  const pairs = rest.join('?').split('&');
  return { path, parameters: pairs.filter((pair) => pair !== '').map(parameterOf) };
};

const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/%(?:2C|3A|2F|24|7C)/g, (plain) => decodeURIComponent(plain));

/** Puts a request together; parameters without a name are left out. */
export const queryOf = ({ path, parameters }: QueryParts): string => {
  const pairs = parameters
    .filter(({ name }) => name !== '')
    .map(
      ({ name, modifier, value }) => `${encoded(name)}${modifier ? `:${modifier}` : ''}=${encoded(value)}`,
    );
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
};
