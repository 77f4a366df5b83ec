/** A trial as the registry's API gives it. */
export const API_STUDY = {
  protocolSection: {
    identificationModule: {
      nctId: 'NCT99999901',
      nctIdAliases: ['NCT99999900'],
      orgStudyIdInfo: { id: 'VEL-7' },
      secondaryIdInfos: [{ id: '2031-004711-18', type: 'EUDRACT_NUMBER' }],
      organization: { fullName: 'Hillside University' },
      briefTitle: 'Velmorin for Hillside Fever',
      officialTitle:
        'A Randomized Trial of Velmorin <b> "versus" Placebo & Salt 😀 in Adults With Hillside Fever',
      acronym: 'VELO',
    },
    statusModule: {
      statusVerifiedDate: '2033-10',
      overallStatus: 'TERMINATED',
      whyStopped: 'Too few patients',
      startDateStruct: { date: '2031-08' },
      primaryCompletionDateStruct: { date: '2033-03-05', type: 'ACTUAL' },
      completionDateStruct: { date: '2033-06', type: 'ESTIMATED' },
      studyFirstSubmitDate: '2031-05-01',
      studyFirstSubmitQcDate: '2031-05-04',
      studyFirstPostDateStruct: { date: '2031-05-06', type: 'ESTIMATED' },
      resultsFirstSubmitDate: '2033-07-01',
      resultsFirstPostDateStruct: { date: '2033-08-02', type: 'ACTUAL' },
      lastUpdateSubmitDate: '2033-10-10',
      lastUpdatePostDateStruct: { date: '2033-10-12', type: 'ACTUAL' },
    },
    sponsorCollaboratorsModule: {
      responsibleParty: {
        type: 'PRINCIPAL_INVESTIGATOR',
        investigatorFullName: 'Ada Quill',
        investigatorTitle: 'Professor',
        investigatorAffiliation: 'Hillside University',
      },
      leadSponsor: { name: 'Hillside University', class: 'OTHER' },
      collaborators: [{ name: 'Office of Fevers', class: 'FED' }],
    },
    oversightModule: { isFdaRegulatedDrug: true },
    descriptionModule: {
      briefSummary:
        'Does velmorin shorten hillside fever?\n\nTwo groups are compared:\n\n* velmorin;\n* salt.\n\nPeople are seen when temperature is \\>38.',
      detailedDescription: 'Adults are treated for two weeks.',
    },
    conditionsModule: { conditions: ['Hillside Fever', 'Fever'], keywords: ['velmorin'] },
    designModule: {
      studyType: 'INTERVENTIONAL',
      phases: ['PHASE2'],
      designInfo: {
        allocation: 'RANDOMIZED',
        interventionModel: 'PARALLEL',
        primaryPurpose: 'TREATMENT',
        maskingInfo: { masking: 'DOUBLE', whoMasked: ['PARTICIPANT', 'OUTCOMES_ASSESSOR'] },
      },
      enrollmentInfo: { count: 42, type: 'ACTUAL' },
    },
    armsInterventionsModule: {
      armGroups: [
        {
          label: 'Velmorin',
          type: 'EXPERIMENTAL',
          description: 'Velmorin by mouth',
          interventionNames: ['Drug: Velmorin', 'Dietary Supplement: Salt'],
        },
        { label: 'Placebo', type: 'PLACEBO_COMPARATOR', interventionNames: ['Dietary Supplement: Salt'] },
      ],
      interventions: [
        {
          type: 'DRUG',
          name: 'Velmorin',
          description: '20 mg once daily',
          armGroupLabels: ['Velmorin'],
          otherNames: ['VM-7'],
        },
        { type: 'DIETARY_SUPPLEMENT', name: 'Salt', armGroupLabels: ['Velmorin', 'Placebo'] },
      ],
    },
    outcomesModule: {
      primaryOutcomes: [{ measure: 'Days of fever', description: 'Above 38 degrees', timeFrame: '30 days' }],
      secondaryOutcomes: [{ measure: 'Appetite', timeFrame: '14 days' }],
    },
    eligibilityModule: {
      eligibilityCriteria:
        'Inclusion Criteria:\n\n1. Adults with fever of\n2. Temperature \\>38:\n\n   * by mouth\n   * by ear\n3. Able to walk uphill for at least one hour each day\n\nExclusion Criteria:\n\n* Pregnancy\n* Allergy to salt',
      healthyVolunteers: false,
      sex: 'ALL',
      minimumAge: '18 Years',
      maximumAge: '70 Years',
    },
    contactsLocationsModule: {
      overallOfficials: [
        { name: 'Ada Quill, MD', affiliation: 'Hillside University', role: 'PRINCIPAL_INVESTIGATOR' },
      ],
      centralContacts: [
        { name: 'Ben Ode', role: 'CONTACT', phone: '555-0100', email: 'ode@hillside.example' },
      ],
      locations: [
        {
          facility: 'Hillside Hospital',
          status: 'COMPLETED',
          city: 'Lowtown',
          state: 'North',
          zip: '12345',
          country: 'Norway',
          contacts: [{ name: 'Cleo Ray', role: 'CONTACT', phone: '555-0101' }],
        },
        { facility: 'Valley Clinic', city: 'Deep', country: 'Norway' },
      ],
    },
    referencesModule: {
      references: [
        { pmid: '99000001', type: 'RESULT', citation: 'Quill A. Velmorin. J Fev. 2033. doi: 10.5555/vel.7.' },
      ],
      seeAlsoLinks: [{ label: 'Home', url: 'https://hillside.example/velo' }],
    },
  },
  resultsSection: {
    participantFlowModule: {
      recruitmentDetails: 'From two hospitals',
      groups: [
        { id: 'FG000', title: 'Velmorin', description: 'By mouth' },
        { id: 'FG001', title: 'Salt only' },
      ],
      periods: [
        {
          title: 'Overall Study',
          milestones: [
            {
              type: 'STARTED',
              achievements: [
                { groupId: 'FG000', numSubjects: '20' },
                { groupId: 'FG001', numSubjects: '22', comment: 'One twice' },
              ],
            },
          ],
          dropWithdraws: [{ type: 'Lost to Follow-up', reasons: [{ groupId: 'FG001', numSubjects: '1' }] }],
        },
      ],
    },
    baselineCharacteristicsModule: {
      groups: [{ id: 'BG000', title: 'Velmorin' }],
      denoms: [{ units: 'Participants', counts: [{ groupId: 'BG000', value: '20' }] }],
      measures: [
        {
          title: 'Age, Continuous',
          paramType: 'MEAN',
          dispersionType: 'STANDARD_DEVIATION',
          unitOfMeasure: 'years',
          classes: [
            { categories: [{ measurements: [{ groupId: 'BG000', value: '44.10', spread: '9.5' }] }] },
          ],
        },
      ],
    },
    outcomeMeasuresModule: {
      outcomeMeasures: [
        {
          type: 'PRIMARY',
          title: 'Days of fever',
          description: 'Above 38 degrees',
          populationDescription: 'All treated',
          paramType: 'LEAST_SQUARES_MEAN',
          dispersionType: '95% Confidence Interval',
          unitOfMeasure: 'days',
          timeFrame: '30 days',
          reportingStatus: 'POSTED',
          groups: [
            { id: 'OG000', title: 'Velmorin' },
            { id: 'OG001', title: 'Salt only' },
          ],
          denoms: [
            {
              units: 'Participants',
              counts: [
                { groupId: 'OG000', value: '19' },
                { groupId: 'OG001', value: '21' },
              ],
            },
          ],
          classes: [
            {
              title: 'Week 1',
              categories: [
                {
                  title: 'At home',
                  measurements: [
                    {
                      groupId: 'OG000',
                      value: '3.10',
                      lowerLimit: '2.0',
                      upperLimit: 'NA',
                      comment: 'Not reached',
                    },
                    { groupId: 'OG001', value: '4.00', lowerLimit: '3.1', upperLimit: '5.2' },
                  ],
                },
              ],
            },
          ],
          analyses: [
            {
              groupIds: ['OG000', 'OG001'],
              groupDescription: 'One-sided at p\\<0.025',
              nonInferiorityType: 'SUPERIORITY_OR_OTHER_LEGACY',
              pValue: '<0.001',
              statisticalMethod: 'ANCOVA',
              paramType: 'Mean Difference (Final Values)',
              paramValue: '-0.90',
              dispersionType: 'STANDARD_ERROR_OF_MEAN',
              dispersionValue: '0.3',
              ciPctValue: '95',
              ciNumSides: 'TWO_SIDED',
              ciLowerLimit: '-1.5',
              ciUpperLimit: '-0.3',
              estimateComment: 'Velmorin minus salt',
            },
          ],
        },
        {
          type: 'OTHER_PRE_SPECIFIED',
          title: 'Wishes',
          reportingStatus: 'NOT_POSTED',
          anticipatedPostingDate: '2034-03',
        },
      ],
    },
    adverseEventsModule: {
      frequencyThreshold: '5',
      timeFrame: '30 days',
      eventGroups: [
        {
          id: 'EG000',
          title: 'Velmorin',
          deathsNumAffected: 0,
          deathsNumAtRisk: 20,
          seriousNumAffected: 1,
          seriousNumAtRisk: 20,
          otherNumAffected: 7,
          otherNumAtRisk: 20,
        },
      ],
      seriousEvents: [
        {
          term: 'Fall',
          organSystem: 'Injuries',
          sourceVocabulary: 'MedDRA 40.1',
          assessmentType: 'SYSTEMATIC_ASSESSMENT',
          notes: 'Downhill',
          stats: [{ groupId: 'EG000', numEvents: 2, numAffected: 1, numAtRisk: 20 }],
        },
      ],
      otherEvents: [
        {
          term: 'Thirst',
          organSystem: 'General',
          sourceVocabulary: 'Own words',
          assessmentType: 'NON_SYSTEMATIC_ASSESSMENT',
          stats: [{ groupId: 'EG000', numAffected: 7, numAtRisk: 20 }],
        },
      ],
    },
    moreInfoModule: {
      limitationsAndCaveats: { description: 'Few people' },
      pointOfContact: {
        title: 'Ada Quill',
        organization: 'Hillside University',
        phone: '555-0100',
        email: 'quill@hillside.example',
      },
    },
  },
};

const block = (text: string): string => `<textblock>\n${text}\n    </textblock>`;

/** The same trial in the registry's older XML, but for what only one of the two says. */
export const OLDER_STUDY = `<?xml version="1.0" encoding="UTF-8"?>
<clinical_study>
  <!-- the registry's own words -->
  <required_header><url>https://clinicaltrials.gov/show/NCT99999901</url></required_header>
  <id_info>
    <org_study_id>VEL-7</org_study_id>
    <secondary_id>2031-004711-18</secondary_id>
    <nct_id>NCT99999901</nct_id>
    <nct_alias>NCT99999900</nct_alias>
  </id_info>
  <brief_title>Velmorin for Hillside Fever</brief_title>
  <acronym>VELO</acronym>
  <official_title>A Randomized Trial of Velmorin &lt;b&gt; &quot;versus&quot; Placebo &amp; Salt 😀 in Adults With Hillside Fever</official_title>
  <sponsors>
    <lead_sponsor><agency>Hillside University</agency><agency_class>Other</agency_class></lead_sponsor>
    <collaborator><agency>Office of Fevers</agency><agency_class>U.S. Fed</agency_class></collaborator>
  </sponsors>
  <source>Hillside University</source>
  <oversight_info><has_dmc>No</has_dmc><is_fda_regulated_drug>Yes</is_fda_regulated_drug></oversight_info>
  <brief_summary>
    ${block(`      Does velmorin shorten hillside
      fever?

      Two groups are compared:

        -  velmorin;

        -  salt.

      People are seen when temperature is &gt;38.`)}
  </brief_summary>
  <detailed_description>
    ${block('      Adults are treated\n      for two weeks.')}
  </detailed_description>
  <overall_status>Terminated</overall_status>
  <why_stopped>Too few patients</why_stopped>
  <start_date>August 2031</start_date>
  <completion_date type="Anticipated">June 2033</completion_date>
  <primary_completion_date type="Actual">March 5, 2033</primary_completion_date>
  <phase>Phase 2</phase>
  <study_type>Interventional</study_type>
  <study_design_info>
    <allocation>Randomized</allocation>
    <intervention_model>Parallel Assignment</intervention_model>
    <primary_purpose>Treatment</primary_purpose>
    <masking>Double (Participant, Outcomes Assessor)</masking>
  </study_design_info>
  <primary_outcome>
    <measure>Days of fever</measure><time_frame>30 days</time_frame><description>Above 38 degrees</description>
  </primary_outcome>
  <secondary_outcome><measure>Appetite</measure><time_frame>14 days</time_frame></secondary_outcome>
  <number_of_arms>2</number_of_arms>
  <enrollment type="Actual">42</enrollment>
  <condition>Hillside Fever</condition>
  <condition>Fever</condition>
  <arm_group>
    <arm_group_label>Velmorin</arm_group_label><arm_group_type>Experimental</arm_group_type>
    <description>Velmorin by mouth</description>
  </arm_group>
  <arm_group>
    <arm_group_label>Placebo</arm_group_label><arm_group_type>Placebo Comparator</arm_group_type>
  </arm_group>
  <intervention>
    <intervention_type>Drug</intervention_type><intervention_name>Velmorin</intervention_name>
    <description>20 mg once daily</description>
    <arm_group_label>Velmorin</arm_group_label><other_name>VM-7</other_name>
  </intervention>
  <intervention>
    <intervention_type>Dietary Supplement</intervention_type><intervention_name>Salt</intervention_name>
    <arm_group_label>Velmorin</arm_group_label><arm_group_label>Placebo</arm_group_label>
  </intervention>
  <eligibility>
    <criteria>
      ${block(`        Inclusion Criteria:

          1. Adults with fever of

          2. Temperature &gt;38:

               -  by mouth

               -  by ear

          3. Able to walk uphill for at least
             one hour each day

        Exclusion Criteria:

          -  Pregnancy

          -  Allergy to salt`)}
    </criteria>
    <gender>Both</gender>
    <minimum_age>18 Years</minimum_age>
    <maximum_age>70 Years</maximum_age>
    <healthy_volunteers>No</healthy_volunteers>
  </eligibility>
  <overall_official>
    <last_name>Ada Quill, MD</last_name><role>Principal Investigator</role>
    <affiliation>Hillside University</affiliation>
  </overall_official>
  <overall_contact>
    <first_name>Ben</first_name><last_name>Ode</last_name>
    <phone>555-0100</phone><email>ode@hillside.example</email>
  </overall_contact>
  <location>
    <facility>
      <name>Hillside Hospital</name>
      <address><city>Lowtown</city><state>North</state><zip>12345</zip><country>Norway</country></address>
    </facility>
    <status>Completed</status>
    <contact><last_name>Cleo Ray</last_name><phone>555-0101</phone></contact>
  </location>
  <location>
    <facility><name>Valley Clinic</name><address><city>Deep</city><country>Norway</country></address></facility>
  </location>
  <location_countries><country>Norway</country></location_countries>
  <link><url>https://hillside.example/velo</url><description>Home</description></link>
  <results_reference>
    <citation>Quill A. Velmorin. J Fev. 2033. doi: 10.5555/vel.7.</citation><PMID>99000001</PMID>
  </results_reference>
  <verification_date>October 2033</verification_date>
  <study_first_submitted>May 1, 2031</study_first_submitted>
  <study_first_submitted_qc>May 4, 2031</study_first_submitted_qc>
  <study_first_posted type="Estimate">May 6, 2031</study_first_posted>
  <results_first_submitted>July 1, 2033</results_first_submitted>
  <results_first_posted type="Actual">August 2, 2033</results_first_posted>
  <last_update_submitted>October 10, 2033</last_update_submitted>
  <last_update_posted type="Actual">October 12, 2033</last_update_posted>
  <responsible_party>
    <responsible_party_type>Principal Investigator</responsible_party_type>
    <investigator_affiliation>Hillside University</investigator_affiliation>
    <investigator_full_name>Ada Quill</investigator_full_name>
    <investigator_title>Professor</investigator_title>
  </responsible_party>
  <keyword>velmorin</keyword>
  <clinical_results>
    <participant_flow>
      <recruitment_details>From two hospitals</recruitment_details>
      <group_list>
        <group group_id="P1"><title>Velmorin</title><description>By mouth</description></group>
        <group group_id="P2"><title>Salt only</title></group>
      </group_list>
      <period_list>
        <period>
          <title>Overall Study</title>
          <milestone_list>
            <milestone>
              <title>STARTED</title>
              <participants_list>
                <participants group_id="P1" count="20"/>
                <participants group_id="P2" count="22">One twice</participants>
              </participants_list>
            </milestone>
          </milestone_list>
          <drop_withdraw_reason_list>
            <drop_withdraw_reason>
              <title>Lost to Follow-up</title>
              <participants_list><participants group_id="P2" count="1"/></participants_list>
            </drop_withdraw_reason>
          </drop_withdraw_reason_list>
        </period>
      </period_list>
    </participant_flow>
    <baseline>
      <group_list><group group_id="B1"><title>Velmorin</title></group></group_list>
      <analyzed_list>
        <analyzed>
          <units>Participants</units><scope>Overall</scope>
          <count_list><count group_id="B1" value="20"/></count_list>
        </analyzed>
      </analyzed_list>
      <measure_list>
        <measure>
          <title>Age, Continuous</title><units>years</units><param>Mean</param>
          <dispersion>Standard Deviation</dispersion>
          <class_list><class><category_list><category><measurement_list>
            <measurement group_id="B1" value="44.10" spread="9.5"/>
          </measurement_list></category></category_list></class></class_list>
        </measure>
      </measure_list>
    </baseline>
    <outcome_list>
      <outcome>
        <type>Primary</type>
        <title>Days of fever</title>
        <description>Above 38 degrees</description>
        <time_frame>30 days</time_frame>
        <population>All treated</population>
        <group_list>
          <group group_id="O1"><title>Velmorin</title></group>
          <group group_id="O2"><title>Salt only</title></group>
        </group_list>
        <measure>
          <title>Days of fever</title>
          <description>Above 38 degrees</description>
          <population>All treated</population>
          <units>days</units>
          <param>Least Squares Mean</param>
          <dispersion>95% Confidence Interval</dispersion>
          <analyzed_list>
            <analyzed>
              <units>Participants</units><scope>Measure</scope>
              <count_list><count group_id="O1" value="19"/><count group_id="O2" value="21"/></count_list>
            </analyzed>
          </analyzed_list>
          <class_list>
            <class>
              <title>Week 1</title>
              <category_list>
                <category>
                  <title>At home</title>
                  <measurement_list>
                    <measurement group_id="O1" value="3.10" lower_limit="2.0" upper_limit="NA">Not reached</measurement>
                    <measurement group_id="O2" value="4.00" lower_limit="3.1" upper_limit="5.2"/>
                  </measurement_list>
                </category>
              </category_list>
            </class>
          </class_list>
        </measure>
        <analysis_list>
          <analysis>
            <group_id_list><group_id>O1</group_id><group_id>O2</group_id></group_id_list>
            <groups_desc>One-sided at p&lt;0.025</groups_desc>
            <non_inferiority_type>Superiority or Other (legacy)</non_inferiority_type>
            <p_value>&lt;0.001</p_value>
            <method>ANCOVA</method>
            <param_type>Mean Difference (Final Values)</param_type>
            <param_value>-0.90</param_value>
            <dispersion_type>Standard Error of the Mean</dispersion_type>
            <dispersion_value>0.3</dispersion_value>
            <ci_percent>95</ci_percent>
            <ci_n_sides>2-Sided</ci_n_sides>
            <ci_lower_limit>-1.5</ci_lower_limit>
            <ci_upper_limit>-0.3</ci_upper_limit>
            <estimate_desc>Velmorin minus salt</estimate_desc>
          </analysis>
        </analysis_list>
      </outcome>
      <outcome>
        <type>Other Pre-specified</type><title>Wishes</title><posting_date>03/2034</posting_date>
      </outcome>
    </outcome_list>
    <reported_events>
      <time_frame>30 days</time_frame>
      <group_list><group group_id="E1"><title>Velmorin</title></group></group_list>
      <serious_events>
        <default_vocab>MedDRA 40.1</default_vocab>
        <default_assessment>Systematic Assessment</default_assessment>
        <category_list>
          <category>
            <title>Total</title>
            <event_list>
              <event>
                <sub_title>Total, all-cause mortality</sub_title>
                <counts group_id="E1" subjects_affected="0" subjects_at_risk="20"/>
              </event>
              <event>
                <sub_title>Total, serious adverse events</sub_title>
                <counts group_id="E1" subjects_affected="1" subjects_at_risk="20"/>
              </event>
            </event_list>
          </category>
          <category>
            <title>Injuries</title>
            <event_list>
              <event>
                <sub_title>Fall</sub_title>
                <description>Downhill</description>
                <counts group_id="E1" events="2" subjects_affected="1" subjects_at_risk="20"/>
              </event>
            </event_list>
          </category>
        </category_list>
      </serious_events>
      <other_events>
        <frequency_threshold>5</frequency_threshold>
        <default_vocab>MedDRA 40.1</default_vocab>
        <category_list>
          <category>
            <title>Total</title>
            <event_list>
              <event>
                <sub_title>Total, other (not including serious) adverse events</sub_title>
                <counts group_id="E1" subjects_affected="7" subjects_at_risk="20"/>
              </event>
            </event_list>
          </category>
          <category>
            <title>General</title>
            <event_list>
              <event>
                <sub_title vocab="Own words">Thirst</sub_title>
                <assessment>Non-systematic Assessment</assessment>
                <counts group_id="E1" subjects_affected="7" subjects_at_risk="20"/>
              </event>
            </event_list>
          </category>
        </category_list>
      </other_events>
    </reported_events>
    <limitations_and_caveats>Few people</limitations_and_caveats>
    <point_of_contact>
      <name_or_title>Ada Quill</name_or_title><organization>Hillside University</organization>
      <phone>555-0100</phone><email>quill@hillside.example</email>
    </point_of_contact>
  </clinical_results>
</clinical_study>
`;
