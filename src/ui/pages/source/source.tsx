import type { Attachment, Bundle, DocumentReference, FhirResource, ResearchStudy } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso/router';
import { call } from '../../fhir/api.ts';
import { bytesOf, textOf } from '../../fhir/attachment.ts';
import { request } from '../../fhir/client.ts';
import { resourcesOf, search } from '../../fhir/search.ts';
import { titleOf } from '../../fhir/study.ts';
import { AskedView } from '../../parts/asked.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { queryUrl } from '../../parts/query-url.ts';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { useGradually } from '../../parts/use-gradually.ts';
import { sourceTexts as texts } from '../../texts/en/source.ts';
import { documentText, type LinkTo } from './document-text.tsx';
import { markedElements } from './marked-element.ts';
import { Messages } from './messages.tsx';
import './source.css';
import { useMarks } from './use-marks.ts';
import { Values } from './values.tsx';

const TABS = ['values', 'not-stated', 'messages'] as const;
type Tab = (typeof TABS)[number];

/** Whether a document is a record, not a text. */
const isCode = ({ contentType = '' }: Attachment): boolean => contentType.startsWith('application/');

const nameOf = (resource: FhirResource): string => {
  if (resource.resourceType === 'ResearchStudy') return titleOf(resource);
  const { title, name } = resource as { title?: unknown; name?: unknown };
  return [title, name, resource.id].find((one) => typeof one === 'string') as string;
};

/** What was read in a document: the resources, what they are called, their elements with their places. */
const readIn = (bundle: Bundle, id: string) => {
  const resources = (bundle.entry ?? []).flatMap(({ resource }) =>
    resource ? [resource as FhirResource] : [],
  );
  return {
    studies: resourcesOf<ResearchStudy>(bundle, 'ResearchStudy'),
    names: new Map(resources.map((one) => [`${one.resourceType}/${one.id}`, nameOf(one)])),
    elements: resources.flatMap((one) => markedElements(one, `DocumentReference/${id}`)),
  };
};

// Thousands of places are linked to; URLSearchParams would take long.
const pageUrl = (id: string, at: string, tab: Tab): string => {
  const said = [
    ...(at === '' ? [] : [`at=${encodeURIComponent(at)}`]),
    ...(tab === 'values' ? [] : [`tab=${tab}`]),
  ];
  return `/source/${id}${said.length === 0 ? '' : `?${said.join('&')}`}`;
};

/** So many values are drawn at a time. */
const PART = 300;

const Shown = ({
  document: { id = '', content },
  bundle,
  at,
  tab,
}: {
  document: DocumentReference;
  bundle: Bundle;
  at: string;
  tab: Tab;
}): ComponentChild => {
  const attachment = content[0]!.attachment;
  const page = useRef<HTMLDivElement>(null);
  const { studies, names, elements } = useMemo(() => readIn(bundle, id), [bundle, id]);
  const bytes = useMemo(() => bytesOf(attachment), [attachment]);
  const linkTo = useMemo<LinkTo>(
    () =>
      ({ key }) =>
        pageUrl(id, key, 'values'),
    [id],
  );
  const text = useMemo(
    () => bytes && documentText(textOf(attachment, bytes), elements, linkTo),
    [bytes, elements, linkTo],
  );
  const opened = elements.findIndex(({ key }) => key === at);
  const share = useGradually(opened < 0 ? elements.length / PART : 1);
  useMarks(page, opened < 0 ? undefined : opened, `${id} ${tab}`);
  return (
    <>
      <p class="row">
        {studies.map((study) => (
          <span key={study.id}>
            <span class="muted">{texts.study}</span> <a href={`/studies/${study.id}`}>{titleOf(study)}</a>
          </span>
        ))}
        <span class="muted">{attachment.contentType}</span>
        <span class="muted">{texts.bytes(Number(attachment.size ?? 0))}</span>
        <a href={queryUrl(`DocumentReference/${id}`, 'json')}>{texts.resource}</a>
      </p>
      <p class="muted small unprinted">{texts.lead}</p>
      <div class="source" ref={page}>
        <ScrollRegion
          label={texts.text}
          className={`panel source-text ${isCode(attachment) ? 'source-code' : ''}`}
        >
          {text?.slice(0, Math.ceil(share * text.length)) ?? <p>{texts.withheld}</p>}
        </ScrollRegion>
        <div class="source-side">
          <Tabs label={texts.views} names={texts.tabs} shown={tab} urlOf={(one) => pageUrl(id, at, one)} />
          <ScrollRegion label={texts.tabs[tab]} className="panel source-values">
            {tab === 'values' ? (
              <Values elements={elements} names={names} share={share} linkTo={linkTo} />
            ) : bytes === undefined ? (
              <p>{texts.withheld}</p>
            ) : (
              <Messages key={tab} id={id} bytes={bytes} of={tab} />
            )}
          </ScrollRegion>
        </div>
      </div>
    </>
  );
};

/** A document as it was received, beside the elements that came from it. */
const Source = (): ComponentChild => {
  const { url } = useLocation();
  const { id = '' } = useRoute().params;
  const parameters = new URL(url, location.origin).searchParams;
  const tab = TABS.find((one) => one === parameters.get('tab')) ?? 'values';
  const reference = `DocumentReference/${id}`;
  const document = useAnswer(reference, (signal) =>
    request<DocumentReference>(call('GET', '/fhir/DocumentReference/{id}', { id }), signal),
  );
  const read = useAnswer(`read ${id}`, (signal) =>
    search(
      'Provenance',
      [
        ['entity', reference],
        ['_include', 'Provenance:target'],
      ],
      signal,
    ),
  );
  return (
    <>
      <PageTitle title={texts.title} />
      <AskedView asked={document}>
        {(resource) => (
          <AskedView asked={read}>
            {(bundle) => (
              <Shown document={resource} bundle={bundle} at={parameters.get('at') ?? ''} tab={tab} />
            )}
          </AskedView>
        )}
      </AskedView>
    </>
  );
};

export default Source;
