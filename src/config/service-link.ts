/** The names that Kubernetes makes of a Service's name: https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables */
const NAME = /_(?:SERVICE_HOST|SERVICE_PORT(?:_\w+)?|PORT_\d+_(?:TCP|UDP|SCTP)(?:_(?:PROTO|PORT|ADDR))?)$/;

const ADDRESS = /^(?:tcp|udp|sctp):\/\//;

/**
 * Whether an environment variable tells of a Service of Kubernetes, and is no setting: a Service called `trialbridge`
 * makes `TRIALBRIDGE_SERVICE_HOST` in every container of its namespace, and `TRIALBRIDGE_PORT=tcp://10.0.0.11:8080`.
 */
export const isServiceLink = (name: string, value: string): boolean =>
  NAME.test(name) || (name.endsWith('_PORT') && ADDRESS.test(value));
