import { regex } from 'regex';
import type { Measure } from '../../model/trial.ts';
import { SPEAKS_OF_PEOPLE } from './participants.ts';

/** What laboratories, instruments and scales give in per cent, or what is told by how many per cent it changed. */
const MEASURED = regex('i')`\b (
    (hb)? [\s\-]? a1c | gly (cat | cosylat) ed \s ha?emoglobin | ha?ematocrit | hct | packed \s cell \s volume
  | saturations? | spo[2₂] | s[acv]{1,2}o[2₂] | tsat | fi?o[2₂]
  | ( ejection | injection | filtration | extraction | regurgitant | shunt | fat | volume ) \s fractions? | [lr]?v?ef | fractional \s shortening | strain
  | fev [\s\-]? [1₁]? | fvc | fef | pef | dlco | (vital | diffusing | diffusion) \s capacity | expiratory \s (volume | flow)
  | (body | liver | hepatic | visceral) \s fat | (fat | lean | muscle | bone | tumou?r) \s mass | body \s (water | weight | surface)
  | ( wound | burn | burned | graft | root | plaque | ulcer | lesion | defect | body | corneal ) s? \s (surface \s)? ( area | coverage | size ) | coverage \s of \s (the \s)? (wound | defect | root | ulcer) s?
  | volumes? | density | thickness | pressure | concentrations? | cholesterol | triglycerides | viability | motility | bioavailability | (platelet \s)? aggregation | occupancy | scores? | time \s in \s (therapeutic \s | target \s)? range
  ) (?! [\p{L}\d] )`;

/** What may stand behind a quantity's name: its form, its unit, when and in what it was measured. */
const BEHIND = regex(
  'i',
)`^ ( ,? \s ( levels? | values? | measurements? | percentages? | ( (% | per\s?cent) \s)? (of \s)? (the \s)? predicted (\s (value | normal))? | (covered | affected | involved) ( \s (by | with) \s [\p{L}\s\-]+ )? | [\(\[] [^<>≤≥\(\)\[\]]{1,40} [\)\]] ) )* ( ,? \s ( at | after | over | during | in | of | from ) \s [^<>≤≥]* )? $`;

/** A name of what some of the people had: a rate, a state, a goal. */
const OF_PEOPLE =
  /\b(?:rates?|incidences?|prevalences?|proportions?|frequency|risks?|numbers?|occurrences?|respon(?:se|ders?)|achievement|attainment|(?:ab|sub|super)?normal(?:i[sz]ation)?|low(?!-density)|lower|high(?!-density|-sensitivity)|higher|elevated|raised|reduced|increased|decreased|impaired|poor|good|excellent|adequate|inadequate|severe|optimal|undetectable|detectable)\b|[<>≥≤]\s?\d/i;

/** Whether an outcome is a quantity that may be measured in per cent: `HbA1c`, no `HbA1c below 7%`. */
export const isQuantityInPercent = (name: string): boolean => {
  const match = MEASURED.exec(name);
  return (
    match !== null &&
    BEHIND.test(name.slice(match.index + match[0].length)) &&
    !OF_PEOPLE.test(name) &&
    !SPEAKS_OF_PEOPLE.test(name)
  );
};

/** The measures of such a quantity: a share that stands without a count is an amount. */
export const asAmount = (measures: readonly Measure[]): readonly Measure[] => {
  const [only, ...more] = measures;
  return only?.type === 'proportion' && more.length === 0 ? [{ ...only, type: 'descriptive' }] : measures;
};
