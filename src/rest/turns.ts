/** Does work when all work that came before it is done. */
export type InTurn = <Outcome>(work: () => Promise<Outcome>) => Promise<Outcome>;

/** Turns for changes to one store. */
export const createTurns = (): InTurn => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
};
