import { once } from 'node:events';
import { createServer as createHttpServer, get, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { brotliCompressSync, brotliDecompressSync, deflateSync, gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type Case, created, FHIR, send, testCases, ward, XML } from './case.ts';
import { createServer, type Server } from './server.ts';

const encoded = (encoding: string, body: Buffer, headers: Record<string, string> = FHIR) =>
  ({
    method: 'post',
    path: '/fhir/Organization',
    headers: { ...headers, 'Content-Encoding': encoding },
    body,
  }) as const;

const small = { bodyLimit: 10_000 };
/** More than a small server reads, and little once it is compressed. */
const large = Buffer.from(JSON.stringify({ resourceType: 'Organization', name: 'x'.repeat(20_000) }));

const CASES: Case[] = [
  { name: 'gzip', ...encoded('gzip', gzipSync(ward)), status: 201, rows: 1 },
  { name: 'deflate', ...encoded('deflate', deflateSync(ward)), status: 201, rows: 1 },
  { name: 'Brotli', ...encoded('br', brotliCompressSync(ward)), status: 201, rows: 1 },
  { name: 'nothing', ...encoded('identity', Buffer.from(ward)), status: 201, rows: 1 },
  {
    name: 'what is not known',
    ...encoded('zip', Buffer.from(ward)),
    status: 415,
    has: ['gzip, deflate, br'],
  },
  {
    name: 'gzip that is none',
    ...encoded('gzip', Buffer.from(ward)),
    status: 400,
    has: ['Content-Encoding'],
  },
  { name: 'gzip that ends early', ...encoded('gzip', gzipSync(ward).subarray(0, 30)), status: 400 },
  { name: 'Brotli that is none', ...encoded('br', Buffer.from(ward)), status: 400 },
  {
    name: 'gzip that is none, told in XML',
    ...encoded('gzip', Buffer.from(ward), { ...XML, Accept: 'application/fhir+xml' }),
    status: 400,
    answered: { 'content-type': 'application/fhir+xml; charset=utf-8' },
  },
  {
    name: 'more than is read',
    setup: small,
    method: 'post',
    path: '/fhir/Organization',
    headers: { ...XML, Accept: 'application/fhir+xml' },
    body: large,
    status: 413,
    answered: { 'content-type': 'application/fhir+xml; charset=utf-8' },
    has: ['too-long'],
  },
  {
    name: 'more than is read once it is unpacked',
    setup: small,
    ...encoded('gzip', gzipSync(large)),
    status: 413,
  },
  {
    name: 'as much as is read',
    setup: { bodyLimit: ward.length },
    method: 'post',
    path: '/fhir/Organization',
    headers: FHIR,
    body: ward,
    status: 201,
    rows: 1,
  },
  {
    name: 'a body where none is read',
    before: created,
    method: 'delete',
    path: '/fhir/Organization/id-1',
    headers: FHIR,
    body: '{',
    status: 204,
    rows: 1,
  },
];

testCases('a body encoded as', CASES);

/** The server on a port of its own, until `use` is done with it. */
const listening = async (use: (port: number, server: Server) => Promise<void>): Promise<void> => {
  const server = await createServer(small);
  const http = createHttpServer(server.app).listen(0, '127.0.0.1');
  await once(http, 'listening');
  try {
    await use((http.address() as AddressInfo).port, server);
  } finally {
    http.closeAllConnections();
    http.close();
    await once(http, 'close');
    await server.close();
  }
};

const HEAD = 'POST /fhir/Organization HTTP/1.1\r\nHost: x\r\nContent-Type: application/fhir+json\r\n';

/** What is answered to bytes on a connection, until the server closes it. */
const answered = (port: number, bytes: string): Promise<string> => {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  return text(socket);
};

/** What is answered to bytes on a connection that the client then closes. */
const raw = (port: number, bytes: string): Promise<string> => {
  const socket = connect(port, '127.0.0.1');
  socket.end(bytes);
  return text(socket);
};

test('a body that ends early stores nothing, and the server lives on', async () => {
  await listening(async (port, server) => {
    const before = await server.rows();
    await raw(port, `${HEAD}Content-Length: 500\r\n\r\n${ward}`);
    const socket = connect(port, '127.0.0.1');
    socket.write(`${HEAD}Content-Length: 500\r\n\r\n${ward}`);
    socket.destroy();
    await raw(port, `${HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\n{"res`);
    expect(await server.rows()).toBe(before);
    expect(server.logged).toEqual([]);
    expect(
      await answered(port, `${HEAD}Connection: close\r\nContent-Length: ${ward.length}\r\n\r\n${ward}`),
    ).toMatch(/^HTTP\/1\.1 201 /);
  });
});

test('what is no HTTP is refused, and the server lives on', async () => {
  await listening(async (port, server) => {
    expect(await raw(port, 'HELO\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(
      await raw(port, `GET /fhir/Organization HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`),
    ).toMatch(/^HTTP\/1\.1 431 /);
    expect(
      await raw(port, 'GET /fhir/Organization HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'),
    ).toMatch(/^HTTP\/1\.1 200 /);
    expect(server.logged).toEqual([]);
  });
});

test.each([
  ['gzip', gunzipSync],
  ['br', brotliDecompressSync],
])('answers are packed as %s where the client takes that and they are large', async (encoding, unpack) => {
  await listening(async (port, server) => {
    const organization = JSON.stringify({ resourceType: 'Organization', name: 'x'.repeat(2000) });
    await send(server, { method: 'post', path: '/fhir/Organization', headers: FHIR, body: organization });
    const read = async (headers: Record<string, string>) => {
      const sent = get(`http://127.0.0.1:${port}/fhir/Organization/id-1`, { headers });
      const [response] = (await once(sent, 'response')) as [IncomingMessage];
      return { headers: response.headers, body: await buffer(response) };
    };
    const plain = await read({});
    expect(plain.headers['content-encoding']).toBeUndefined();
    const packed = await read({ 'Accept-Encoding': encoding });
    expect(packed.headers).toMatchObject({ 'content-encoding': encoding, etag: 'W/"1"' });
    expect(packed.headers.vary).toMatch(/Accept, Accept-Encoding/);
    expect(packed.body.length).toBeLessThan(500);
    expect(unpack(packed.body)).toEqual(plain.body);
  });
});
