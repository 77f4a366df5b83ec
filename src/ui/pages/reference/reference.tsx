import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { type OpenApi, openApi, operationsByTag } from '../../fhir/openapi.ts';
import { AskedView } from '../../parts/asked.tsx';
import { NotFound } from '../../parts/not-found.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { referenceTexts as texts } from '../../texts/en/reference.ts';
import { OperationView } from './operation-view.tsx';
import './reference.css';
import { SchemaList } from './schema-list.tsx';
import { SchemaView } from './schema-view.tsx';

const SCHEMAS = 'schemas';

const Shown = ({
  api,
  tag,
  schema,
}: {
  api: OpenApi;
  tag: string;
  schema: string | undefined;
}): ComponentChild => {
  const groups = useMemo(() => operationsByTag(api), [api]);
  if (schema !== undefined) {
    const found = api.components.schemas[schema];
    return found ? <SchemaView name={schema} schema={found} /> : <NotFound />;
  }
  if (tag === SCHEMAS) return <SchemaList {...api} />;
  const operations = groups.get(tag);
  if (operations === undefined) return <NotFound />;
  return (
    <section aria-label={tag}>
      <h2>
        {tag} <span class="muted small">{texts.operations(operations.length)}</span>
      </h2>
      <div class="reference-operations">
        {operations.map((operation) => (
          <OperationView key={operation.id} operation={operation} />
        ))}
      </div>
    </section>
  );
};

const Groups = ({ api, current }: { api: OpenApi; current: string | undefined }): ComponentChild => {
  const tags = useMemo(() => [...operationsByTag(api).keys()], [api]);
  return (
    <nav aria-label={texts.groups}>
      <ul class="reference-groups">
        {[...tags, SCHEMAS].map((tag) => (
          <li key={tag}>
            <a
              href={`/reference?tag=${encodeURIComponent(tag)}`}
              {...(tag === current && { 'aria-current': 'page' as const })}
            >
              {tag === SCHEMAS ? texts.schemas : tag}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** The requests that the server answers, as its OpenAPI document says. */
const Reference = (): ComponentChild => {
  const { tag = 'system', schema } = useLocation().query;
  const asked = useAnswer('openapi', openApi);
  return (
    <>
      <PageTitle title={texts.title}>
        <p class="muted">
          {texts.lead} <a href="/openapi.json">{texts.document}</a>
        </p>
      </PageTitle>
      <AskedView asked={asked}>
        {(api) => (
          <div class="reference">
            <Groups api={api} current={schema === undefined ? tag : SCHEMAS} />
            <Shown api={api} tag={tag} schema={schema} />
          </div>
        )}
      </AskedView>
    </>
  );
};

export default Reference;
