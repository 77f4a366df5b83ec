import type { ApiOperation } from '../../fhir/openapi.ts';

/** A call of an operation with curl; what is to be filled in stands in braces. */
export const curlOf = ({ method, path, parameters, body }: ApiOperation): string => {
  const query = parameters
    .filter((one) => one.in === 'query' && one.required)
    .map(({ name }) => `${name}={${name}}`)
    .join('&');
  const url = `${location.origin}${path}${query === '' ? '' : `?${query}`}`;
  const mediaType = Object.keys(body?.content ?? {})[0];
  const sent = mediaType ? [`-H 'Content-Type: ${mediaType}'`, '--data-binary @FILE'] : [];
  return ['curl', ...(method === 'GET' ? [] : [`-X ${method}`]), ...sent, `'${url}'`].join(' ');
};
