import type { Criterion, SearchValue, TextQuery } from '../../../src/fhir/search/search-request.ts';

const time = (ms: number): string => new Date(ms).toISOString().replace(/(?:T00:00)?(?::00)?\.000Z$/, '');

const range = ({ low, high }: { low: number; high: number }): string => `[${time(low)}, ${time(high)})`;

const showValue = (value: SearchValue): string => {
  switch (value.type) {
    case 'token': {
      const system = value.system === undefined ? '' : `${value.system}|`;
      return `${system}${value.code ?? ''}${value.start ? '*' : ''}`;
    }
    case 'string':
      return `${value.match} "${value.text}"`;
    case 'reference': {
      const version = value.version === undefined ? '' : `/_history/${value.version}`;
      return `${value.resource ?? '?'}/${value.id}${version}`;
    }
    case 'url': {
      const version = value.version === undefined ? '' : `|${value.version}`;
      return `${value.url}${version}${value.below ? '*' : ''}`;
    }
    case 'uri':
      return `${value.match} ${value.uri}`;
    case 'date':
      return `${value.comparator} ${range(value)}`;
    case 'number':
      return `${value.comparator} ${value.value} [${value.low}, ${value.high})`;
    case 'quantity': {
      const { comparator, low, high, system = '', unit = '', canonical } = value;
      const same =
        canonical && ` = ${canonical.value} [${canonical.low}, ${canonical.high}) ${canonical.unit}`;
      return `${comparator} ${value.value} [${low}, ${high}) ${system}|${unit}${same ?? ''}`;
    }
    case 'near':
      return `${value.latitude} ${value.longitude} ${value.distance}`;
  }
};

/** A text query in a line. */
export const showText = (query: TextQuery): string => {
  if (query.kind === 'words') return `"${query.words.join(' ')}${query.prefix ? '*' : ''}"`;
  return query.kind === 'not'
    ? `not(${showText(query.of)})`
    : `${query.kind}(${query.of.map(showText).join(', ')})`;
};

/** A criterion in a line. */
export const show = (criterion: Criterion): string => {
  switch (criterion.kind) {
    case 'and':
    case 'or':
      return `${criterion.kind}(${criterion.of.map(show).join(', ')})`;
    case 'not':
      return `not(${show(criterion.of)})`;
    case 'type':
    case 'id':
      return `${criterion.kind}(${criterion.anyOf.join(', ')})`;
    case 'last-updated':
      return `updated ${criterion.comparator} ${range(criterion)}`;
    case 'present':
      return `present ${criterion.type} ${criterion.parameter}`;
    case 'value':
      return `${criterion.parameter}(${criterion.anyOf.map(showValue).join(', ')})`;
    case 'composite':
      return `${criterion.parameter}(${criterion.anyOf.map((parts) => parts.map(showValue).join(' $ ')).join(', ')})`;
    case 'chain':
      return `${criterion.parameter} > ${criterion.types.join('/')} { ${show(criterion.where)} }`;
    case 'has':
      return `${criterion.type} < ${criterion.parameter} { ${show(criterion.where)} }`;
    case 'hierarchy':
      return `${criterion.direction} ${criterion.parameters.join('/')}(${criterion.anyOf.join(', ')})`;
    case 'text':
      return `${criterion.part} ${showText(criterion.query)}`;
  }
};
