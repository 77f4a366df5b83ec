import type { ComponentChild } from 'preact';
import type { Schema } from '../../fhir/openapi.ts';
import { ColumnHeads } from '../../parts/column-heads.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { referenceTexts as texts } from '../../texts/en/reference.ts';
import { SchemaType } from './schema-type.tsx';

/** A schema with its properties. */
export const SchemaView = ({ name, schema }: { name: string; schema: Schema }): ComponentChild => {
  const { description, properties = {}, required = [] } = schema;
  const shown = Object.entries(properties).filter(([property]) => !property.startsWith('_'));
  return (
    <section aria-label={texts.schema(name)} class="reference-schema">
      <h2>{name}</h2>
      {description ? <p>{description}</p> : null}
      {shown.length === 0 ? (
        <p>
          <SchemaType schema={schema} /> <span class="muted">{texts.noProperties}</span>
        </p>
      ) : (
        <ScrollRegion label={texts.schema(name)}>
          <table>
            <ColumnHeads columns={[texts.name, texts.type]} />
            <tbody>
              {shown.map(([property, one]) => (
                <tr key={property}>
                  <th scope="row">
                    <code>{property}</code>{' '}
                    {required.includes(property) ? <span class="badge">{texts.required}</span> : null}
                  </th>
                  <td>
                    <SchemaType schema={one} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  );
};
