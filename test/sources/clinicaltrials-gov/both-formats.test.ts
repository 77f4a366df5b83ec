import { describe, expect, test } from 'vitest';
import { recordIn, valuesOf } from '../record-values.ts';
import { API_STUDY, OLDER_STUDY } from './studies.ts';

describe('the same trial in the API and in the older XML', () => {
  const { remarks: _, ...api } = recordIn(API_STUDY);
  const { remarks, ...older } = recordIn(OLDER_STUDY);

  test.each(Object.keys(api))('has the same %s', (part) => {
    const [expected, found] = [api, older].map((one) => valuesOf(one[part as keyof typeof one]));
    expect(found).toEqual(expected);
  });

  test('and what only the older one says stays a remark', () => {
    const told = remarks.filter(({ path }) => !path.endsWith('/@group_id'));
    expect(told.map(({ path, value }) => [path.replace('/clinical_study/', ''), value.value])).toEqual([
      ['required_header/url', 'https://clinicaltrials.gov/show/NCT99999901'],
      ['oversight_info/has_dmc', 'No'],
      ['study_design_info/masking', 'Double (Participant, Outcomes Assessor)'],
      ['number_of_arms', '2'],
      ['overall_contact/first_name', 'Ben'],
      ['overall_contact/last_name', 'Ode'],
      ['clinical_results/baseline/analyzed_list/analyzed/scope', 'Overall'],
      ['clinical_results/outcome_list/outcome[1]/measure/title', 'Days of fever'],
      ['clinical_results/outcome_list/outcome[1]/measure/analyzed_list/analyzed/scope', 'Measure'],
      ['clinical_results/reported_events/serious_events/category_list/category[1]/title', 'Total'],
      [
        'clinical_results/reported_events/serious_events/category_list/category[1]/event_list/event[1]/sub_title',
        'Total, all-cause mortality',
      ],
      [
        'clinical_results/reported_events/serious_events/category_list/category[1]/event_list/event[2]/sub_title',
        'Total, serious adverse events',
      ],
      ['clinical_results/reported_events/other_events/default_vocab', 'MedDRA 40.1'],
      ['clinical_results/reported_events/other_events/category_list/category[1]/title', 'Total'],
      [
        'clinical_results/reported_events/other_events/category_list/category[1]/event_list/event/sub_title',
        'Total, other (not including serious) adverse events',
      ],
    ]);
  });
});
