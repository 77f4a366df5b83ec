import type { Bundle, Citation } from 'fhir/r5.js';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { createServer } from './server.ts';

const XML = { 'Content-Type': 'application/xml' };

const article = (more = ''): string => `<?xml version="1.0"?>
<PubmedArticleSet><PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM">
  <PMID Version="1">99000007</PMID>
  <Article PubModel="Print">
    <Journal><JournalIssue CitedMedium="Print"><PubDate><Year>2031</Year></PubDate></JournalIssue>
      <Title>Journal of Invented Software</Title></Journal>
    <ArticleTitle>A program that counts leaves</ArticleTitle>
    <Abstract><AbstractText>We wrote software.</AbstractText></Abstract>
    <AuthorList CompleteYN="Y"><Author ValidYN="Y"><LastName>Quill</LastName><ForeName>Ada</ForeName></Author></AuthorList>
    <PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType></PublicationTypeList>
  </Article>${more}
</MedlineCitation></PubmedArticle></PubmedArticleSet>`;

describe('a publication that reports no trial', () => {
  test('is stored as a Citation, says why there is no study, and is the same when it comes again', async () => {
    const { app } = await createServer();
    const first = await request(app).post('/fhir/$ingest').set(XML).send(article()).expect(201);
    expect(first.headers.location).toMatch(/\/fhir\/Citation\/pmid-99000007-citation-/);
    const bundle = first.body as Bundle;
    expect(bundle.entry?.map(({ resource }) => resource?.resourceType).toSorted()).toEqual([
      'Citation',
      'Device',
      'DocumentReference',
      'Practitioner',
      'Provenance',
    ]);
    expect(JSON.stringify(bundle.issues)).toContain('This looks like an article of PubMed');
    await request(app).post('/fhir/$ingest').set(XML).send(article()).expect(200);
  });

  test('that is retracted later says so in a new version of its Citation', async () => {
    const { app } = await createServer();
    await request(app).post('/fhir/$ingest').set(XML).send(article()).expect(201);
    const more =
      '<CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn"><RefSource>J Inv Soft. 2032</RefSource><PMID Version="1">99000008</PMID></CommentsCorrections></CommentsCorrectionsList>';
    const { headers } = await request(app).post('/fhir/$ingest').set(XML).send(article(more)).expect(201);
    const { pathname } = new URL(String(headers.location));
    const citation = (await request(app).get(pathname).expect(200)).body as Citation;
    expect(citation.meta?.versionId).toBe('2');
    expect(citation.citedArtifact?.currentState?.[0]?.coding?.[0]?.code).toBe('retracted');
    const found = (await request(app).get('/fhir/Citation').expect(200)).body as Bundle;
    expect(found.total).toBe(1);
  });
});
