/** A small Evidence in which nothing is wrong. */
export const evidence = {
  resourceType: 'Evidence',
  id: 'example-1',
  text: {
    status: 'generated',
    div: '<div xmlns="http://www.w3.org/1999/xhtml"><p>Mortality: relative risk 0.49</p></div>',
  },
  url: 'https://example.com/Evidence/example-1',
  title: 'Mortality at day 28',
  status: 'active',
  date: '2024-02-29',
  relatedArtifact: [{ type: 'derived-from', resourceReference: { reference: 'Citation/paper' } }],
  variableDefinition: [
    {
      variableRole: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/variable-role', code: 'measuredVariable' }],
      },
      observed: { reference: 'EvidenceVariable/mortality' },
    },
  ],
  statistic: [
    {
      statisticType: {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/statistic-type',
            code: 'C93152',
            display: 'Relative Risk',
          },
        ],
      },
      quantity: { value: 0.49 },
      sampleSize: { knownDataCount: 43 },
      attributeEstimate: [
        {
          type: {
            coding: [
              { system: 'http://terminology.hl7.org/CodeSystem/attribute-estimate-type', code: 'C53324' },
            ],
          },
          level: 0.95,
          range: { low: { value: 0.14 }, high: { value: 1.11 } },
        },
      ],
    },
  ],
};
