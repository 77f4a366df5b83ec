import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Networks that are not everybody's: https://www.iana.org/assignments/iana-ipv4-special-registry, …-ipv6-special-registry */
const INTERNAL: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];

/** The family of an IP address, as a BlockList asks for it. */
export const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

const internal = new BlockList();
for (const [network, prefix] of INTERNAL) internal.addSubnet(network, prefix, familyOf(network));

const isInternal = (address: string): boolean => internal.check(address, familyOf(address));

/** The host of a URL as names and addresses are compared. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$|\.$/g, '').toLowerCase();

/** Why nothing is sent to a host whatever its name leads to; undefined if that remains to be seen. */
export const refusedHost = (url: URL, allowed: ReadonlySet<string>): string | undefined => {
  const host = hostOf(url);
  if (allowed.has(host)) return undefined;
  const isLocal = host === 'localhost' || host.endsWith('.localhost');
  return isLocal || (isIP(host) !== 0 && isInternal(host))
    ? `${host} is an internal address, to which nothing is sent unless the operator allows it`
    : undefined;
};

/** Resolves a name to addresses that are not internal: what is connected to is what was checked. */
export const lookupOutside: LookupFunction = (name, options, done) => {
  resolve(name, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, []);
    const inside = addresses.find(({ address }) => isInternal(address));
    const [first] = addresses;
    if (inside !== undefined || first === undefined)
      return done(new Error(`${name} leads to an internal address, to which nothing is sent`), []);
    return options.all ? done(null, addresses) : done(null, first.address, first.family);
  });
};
