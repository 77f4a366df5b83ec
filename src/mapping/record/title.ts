import type { Element, ResearchStudy, ResearchStudyLabel } from 'fhir/r5.js';
import type { Title } from '../../model/record/record.ts';
import { concept } from '../concept.ts';
import { filled } from '../filled.ts';
import { type RecordContext, titleOf } from './context.ts';

const LANGUAGE = 'http://hl7.org/fhir/StructureDefinition/language';

const TYPES: Readonly<Record<Title['kind'], readonly [code: string, display: string]>> = {
  brief: ['primary', 'Primary title'],
  official: ['official', 'Official title'],
  short: ['short-title', 'Short title'],
  acronym: ['acronym', 'Acronym'],
  'plain-language': ['plain-language', 'Plain language title'],
};

const value = (context: RecordContext, { text, language }: Title): { value: string; _value: Element } => {
  const extension = [
    ...(context.on(text).extension ?? []),
    ...(language === undefined ? [] : [{ url: LANGUAGE, valueCode: language }]),
  ];
  return { value: text.value, _value: { extension } };
};

const label = (context: RecordContext, title: Title): ResearchStudyLabel => {
  const [code, display] =
    title.language === undefined ? TYPES[title.kind] : ['language', 'Different language'];
  return { type: concept('http://hl7.org/fhir/title-type', code, display), ...value(context, title) };
};

/** What the study is called: https://hl7.org/fhir/R5/researchstudy-definitions.html#ResearchStudy.label */
export const titles = (context: RecordContext): Pick<ResearchStudy, 'title' | 'label'> => {
  const title = titleOf(context.record);
  return {
    ...(title && context.primitive('title', title.text)),
    ...filled(
      'label',
      context.record.titles.filter((one) => one !== title).map((one) => label(context, one)),
    ),
  };
};
