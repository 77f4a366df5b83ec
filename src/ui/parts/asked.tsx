import type { ComponentChild } from 'preact';
import { FailureBox } from './failure-box.tsx';
import { Progress } from './progress.tsx';
import type { Asked } from './use-answer.ts';

/** Shows what was asked for: its progress, why it failed, or what came; while the next one loads, what came before. */
export const AskedView = <T,>({
  asked,
  children,
}: {
  asked: Asked<T>;
  children: (value: T) => ComponentChild;
}): ComponentChild => (
  <>
    {asked.loading ? <Progress cancel={asked.cancel} /> : null}
    {asked.failure ? <FailureBox failure={asked.failure} retry={asked.retry} /> : null}
    {asked.value === undefined ? null : (
      <div class={asked.loading ? 'stale' : undefined} aria-busy={asked.loading}>
        {children(asked.value)}
      </div>
    )}
  </>
);
