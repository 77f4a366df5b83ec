/** Gives the seconds since it was made, whenever it is asked. */
export const stopwatch = (): (() => number) => {
  const begun = performance.now();
  return () => (performance.now() - begun) / 1000;
};
