import type { RequestHandler } from 'express';

/** Lets so many requests be answered at once; what is more is refused before its body is read. */
export const atMost = (
  most: number,
  refuse: (...[incoming, response]: Parameters<RequestHandler>) => void,
): RequestHandler => {
  let running = 0;
  return (incoming, response, next) => {
    if (running >= most) {
      refuse(incoming, response, next);
      return;
    }
    running += 1;
    response.once('close', () => {
      running -= 1;
    });
    next();
  };
};
