import { useEffect, useState } from 'preact/hooks';

/** How much of something large is to be drawn, up to 1: a part of it first, and one more each time that was painted. */
export const useGradually = (parts: number): number => {
  const [drawn, setDrawn] = useState(1);
  useEffect(() => {
    if (drawn >= parts) return;
    // Whatever a person does in the meantime comes first.
    const next = setTimeout(() => setDrawn(drawn + 1));
    return () => clearTimeout(next);
  }, [drawn, parts]);
  return Math.min(1, drawn / parts);
};
