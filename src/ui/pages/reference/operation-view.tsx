import type { ComponentChild } from 'preact';
import { type ApiBody, type ApiOperation, schemaName } from '../../fhir/openapi.ts';
import { ColumnHeads } from '../../parts/column-heads.tsx';
import { Disclosure } from '../../parts/disclosure.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { referenceTexts as texts } from '../../texts/en/reference.ts';
import { curlOf } from './curl.ts';
import { SchemaType } from './schema-type.tsx';

/** Each schema with the media types that it is for. */
const Bodies = ({ content = {} }: ApiBody): ComponentChild =>
  [...Map.groupBy(Object.entries(content), ([, { schema }]) => schemaName(schema))].map(([name, same]) => (
    <div key={name}>
      <SchemaType schema={same[0]![1].schema} />{' '}
      <span class="small muted">{same.map(([mediaType]) => mediaType).join(', ')}</span>
    </div>
  ));

const Parameters = ({ parameters }: ApiOperation): ComponentChild => (
  <ScrollRegion label={texts.parameters}>
    <table>
      <ColumnHeads columns={[texts.name, texts.in, texts.type, texts.description]} />
      <tbody>
        {parameters.map(({ name, in: place, required, schema, description }) => (
          <tr key={`${place} ${name}`}>
            <th scope="row">
              <code>{name}</code> {required ? <span class="badge">{texts.required}</span> : null}
            </th>
            <td>{place}</td>
            <td>
              <SchemaType schema={schema} />
            </td>
            <td>{description}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollRegion>
);

const Answers = ({ responses }: ApiOperation): ComponentChild => (
  <ScrollRegion label={texts.responses}>
    <table>
      <ColumnHeads columns={[texts.status, texts.description, texts.mediaTypes]} />
      <tbody>
        {responses.map(([status, answer]) => (
          <tr key={status}>
            <th scope="row">{status}</th>
            <td>{answer.description}</td>
            <td>
              <Bodies {...answer} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollRegion>
);

/** An operation: a line that opens to its call, parameters, body and answers. */
export const OperationView = ({ operation }: { operation: ApiOperation }): ComponentChild => {
  const { method, path, summary, parameters, body } = operation;
  return (
    <Disclosure
      summary={
        <>
          <span class={`badge reference-method reference-${method.toLowerCase()}`}>{method}</span>{' '}
          <code>{path}</code> <span class="muted">{summary}</span>
        </>
      }
    >
      {() => (
        <div class="reference-operation">
          <p>
            {texts.curl}: <code>{curlOf(operation)}</code>
          </p>
          {parameters.length > 0 ? <Parameters {...operation} /> : null}
          {body ? (
            <div>
              <h3>{texts.body}</h3>
              <Bodies {...body} />
            </div>
          ) : null}
          <Answers {...operation} />
        </div>
      )}
    </Disclosure>
  );
};
