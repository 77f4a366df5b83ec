import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Answer, Failure } from '../fhir/answer.ts';

/** A request as a page sees it. `value` is the last one that came, while the next one loads, too. */
export interface Asked<T> {
  readonly value?: T;
  readonly failure?: Failure;
  readonly loading: boolean;
  readonly retry: () => void;
  readonly cancel: () => void;
}

interface State<T> {
  readonly value?: T;
  readonly failure?: Failure;
  readonly loading: boolean;
}

/** Asks when `key` changes, and gives up the request before; an undefined key asks nothing. */
export const useAnswer = <T>(
  key: string | undefined,
  ask: (signal: AbortSignal) => Promise<Answer<T>>,
): Asked<T> => {
  const [state, setState] = useState<State<T>>({ loading: key !== undefined });
  const [attempt, setAttempt] = useState(0);
  const [controller, setController] = useState<AbortController>();
  useEffect(() => {
    if (key === undefined) {
      setState({ loading: false });
      return;
    }
    const aborting = new AbortController();
    let current = true;
    setController(aborting);
    setState(({ value }) => ({ ...(value !== undefined && { value }), loading: true }));
    void ask(aborting.signal).then((answer) => {
      if (!current) return;
      setState(
        answer.ok ? { value: answer.value, loading: false } : { failure: answer.failure, loading: false },
      );
    });
    return () => {
      current = false;
      aborting.abort();
    };
  }, [key, attempt]);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  const cancel = useCallback(() => controller?.abort(), [controller]);
  return { ...state, retry, cancel };
};
