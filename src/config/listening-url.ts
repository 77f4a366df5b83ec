/** The address of a server that listens here; one that listens everywhere is reached as localhost. */
export const listeningUrl = (host: string, port: number): string => {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
};
