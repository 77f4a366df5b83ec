import { isIP } from 'node:net';

/** A form that a value has to have; `words` say it after “must be”. */
interface Format {
  readonly words: string;
  readonly validate: (text: string) => boolean;
}

/** Whether only this machine can reach it. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

const isNetwork = (text: string): boolean => {
  const [address = '', length, ...more] = text.split('/');
  const most = isIP(address) === 4 ? 32 : 128;
  const isLength = length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= most);
  return isIP(address) !== 0 && isLength && more.length === 0;
};

const isRoot = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '';
};

const isIssuer = (text: string): boolean => {
  const url = URL.parse(text);
  return (
    url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)))
  );
};

const isHost = (text: string): boolean => isIP(text) !== 0 || /^[a-z\d_-]+(?:\.[a-z\d_-]+)*$/.test(text);

/** The forms of texts that options know. */
export const FORMATS = {
  url: { words: 'a URL', validate: URL.canParse },
  root: { words: 'an http or https address without query', validate: isRoot },
  issuer: { words: 'an https address', validate: isIssuer },
  origin: {
    words: 'an origin like https://app.example',
    validate: (text) => URL.parse(text)?.origin === text,
  },
  host: { words: 'the name of a host in lower case, or its address', validate: isHost },
  network: { words: 'an address, or a network like 10.0.0.0/8', validate: isNetwork },
} satisfies Record<string, Format>;
