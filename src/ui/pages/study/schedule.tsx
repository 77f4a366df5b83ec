import type { ResearchStudy } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import type { Resources } from '../../fhir/resources.ts';
import type { SaidTime } from '../../fhir/said-times.ts';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { studyTexts } from '../../texts/en/study.ts';
import { type ScheduledActivity, scheduleOf } from './schedule.ts';

const texts = studyTexts.schedule;

const Mark = ({ activity, days }: { activity: ScheduledActivity; days: number }): ComponentChild => {
  const at = activity.times.findIndex((time) => time.days === days);
  if (at < 0) return null;
  const said = activity.kind === 'administration' ? texts.dose(at + 1) : texts.done;
  return (
    <span class={`mark mark-${activity.kind}`}>
      <span class="hidden">{said}</span>
    </span>
  );
};

const Grid = ({ activities }: { activities: readonly ScheduledActivity[] }): ComponentChild => {
  const byDay = new Map<number, SaidTime>();
  for (const { kind, times } of activities)
    for (const time of times) if (kind === 'assessment' || !byDay.has(time.days)) byDay.set(time.days, time);
  const times = [...byDay.values()].sort((a, b) => a.days - b.days);
  return (
    <ScrollRegion label={texts.caption}>
      <table class="schedule">
        <caption class="hidden">{texts.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.activity}</th>
            {times.map(({ days, words }) => (
              <th key={days} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {activities.map((activity) => (
            <tr key={activity.name}>
              <th scope="row">{activity.name}</th>
              {times.map(({ days }) => (
                <td key={days}>
                  <Mark activity={activity} days={days} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
};

/** What is given and measured, by time. */
export const Schedule = ({
  study,
  resources,
}: {
  study: ResearchStudy;
  resources: Resources;
}): ComponentChild => {
  const activities = scheduleOf(study, resources);
  const timed = activities.filter(({ times }) => times.length > 0);
  const untimed = activities.filter(({ words }) => words.length > 0);
  if (timed.length + untimed.length === 0) return <p class="muted">{texts.none}</p>;
  return (
    <>
      {timed.length > 0 ? <Grid activities={timed} /> : null}
      {timed.some(({ kind }) => kind === 'administration') ? (
        <p class="muted small">{texts.counted}</p>
      ) : null}
      {untimed.length > 0 ? (
        <>
          <h3>{texts.untimed}</h3>
          <ul>
            {untimed.map(({ name, words }) => (
              <li key={name}>
                {name}: {words.join(', ')}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
};
