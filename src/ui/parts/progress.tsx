import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { stateTexts } from '../texts/en/states.ts';

const SHOWN_AFTER = 300;
const SLOW_AFTER = 4000;

/** Says that something loads, once it takes noticeably long, and lets it be given up. */
export const Progress = ({ cancel }: { cancel?: () => void }): ComponentChild => {
  const [stage, setStage] = useState<'none' | 'shown' | 'slow'>('none');
  useEffect(() => {
    const shown = setTimeout(() => setStage('shown'), SHOWN_AFTER);
    const slow = setTimeout(() => setStage('slow'), SLOW_AFTER);
    return () => {
      clearTimeout(shown);
      clearTimeout(slow);
    };
  }, []);
  return (
    <div class="progress" role="status">
      {stage === 'none' ? null : (
        <>
          <span class="progress-bar" />
          {stage === 'slow' ? stateTexts.slow : stateTexts.loading}
          {cancel ? (
            <button type="button" class="quiet" onClick={cancel}>
              {stateTexts.cancel}
            </button>
          ) : null}
        </>
      )}
    </div>
  );
};
