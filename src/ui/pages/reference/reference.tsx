import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { type ApiOperation, type OpenApi, openApi, operationsByTag } from '../../fhir/openapi.ts';
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

interface Page {
  readonly api: OpenApi;
  readonly groups: ReadonlyMap<string, readonly ApiOperation[]>;
  readonly tag: string;
  readonly schema: string | undefined;
}

const Shown = ({ api, groups, tag, schema }: Page): ComponentChild => {
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

const Groups = ({ groups, tag, schema }: Page): ComponentChild => {
  const current = schema === undefined ? tag : SCHEMAS;
  return (
    <nav aria-label={texts.groups}>
      <ul class="reference-groups">
        {[...groups.keys(), SCHEMAS].map((one) => (
          <li key={one}>
            <a
              href={`/reference?tag=${encodeURIComponent(one)}`}
              {...(one === current && { 'aria-current': 'page' as const })}
            >
              {one === SCHEMAS ? texts.schemas : one}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Grouped = (page: Omit<Page, 'groups'>): ComponentChild => {
  const groups = useMemo(() => operationsByTag(page.api), [page.api]);
  return (
    <div class="reference">
      <Groups {...page} groups={groups} />
      <Shown {...page} groups={groups} />
    </div>
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
      <AskedView asked={asked}>{(api) => <Grouped api={api} tag={tag} schema={schema} />}</AskedView>
    </>
  );
};

export default Reference;
