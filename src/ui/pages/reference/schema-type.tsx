import type { ComponentChild } from 'preact';
import { type SchemaOrRef, schemaName } from '../../fhir/openapi.ts';
import { referenceTexts as texts } from '../../texts/en/reference.ts';

/** The address of the page that shows a schema. */
export const schemaUrl = (name: string): string => `/reference?schema=${encodeURIComponent(name)}`;

/** What a schema lets be there, in a few words; other schemas are links. */
export const SchemaType = ({ schema }: { schema: SchemaOrRef }): ComponentChild => {
  const name = schemaName(schema);
  if (name !== undefined) return <a href={schemaUrl(name)}>{name}</a>;
  if ('$ref' in schema) return null;
  const { type, items, enum: values, pattern } = schema;
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (items)
    return (
      <>
        {texts.listOf} <SchemaType schema={items} />
      </>
    );
  if (choices)
    return choices.map((one, at) => (
      <span key={at}>
        {at > 0 ? ` ${texts.oneOf} ` : ''}
        <SchemaType schema={one} />
      </span>
    ));
  if (schema.const !== undefined) return <code>{JSON.stringify(schema.const)}</code>;
  if (values) return <code>{values.map((one) => JSON.stringify(one)).join(' | ')}</code>;
  return (
    <>
      {[type].flat().join(` ${texts.oneOf} `)}{' '}
      {pattern === undefined ? null : <code class="muted">{pattern}</code>}
    </>
  );
};
