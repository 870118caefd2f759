import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toNodeHandler } from '../../../src/webhooks/node.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import {
  mac,
  now,
  proposalReceived,
  secret,
  signature,
  time,
} from '../../unit/webhooks/deliveries.ts';
import { openTrainReceiver } from '../../unit/webhooks/receiver-fixture.ts';

const worked: string[] = [];
const { receiver, refused, errors } = openTrainReceiver({
  clock: new FakeClock({ start: now(), auto: false }),
  on: { 'proposal.received': ({ id }) => worked.push(id) },
});
let server: Server;
let made = 100;

beforeAll(async () => {
  server = createServer(toNodeHandler(receiver)).listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends these very bytes and ends. @returns the statuses of all that was answered */
async function say(...parts: (string | Uint8Array)[]): Promise<number[]> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const answers = text(socket);
  for (const part of parts) socket.write(part);
  socket.end();
  return [...(await answers).matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => Number(status));
}

/** A request with these header lines beside what HTTP asks for. */
const head = (...lines: string[]) =>
  ['POST /hooks HTTP/1.1', 'Host: r', 'Connection: close', ...lines, '', ''].join('\r\n');
const sized = (body: string | Uint8Array) => `Content-Length: ${Buffer.byteLength(body)}`;
const signedAs = (value: string) => `X-OpenTrain-Signature: ${value}`;
const event = () => JSON.stringify({ ...proposalReceived, id: String(made++) });
const chunked = (body: string, size: number, ending = '0\r\n\r\n') =>
  (body.match(new RegExp(`.{1,${size}}`, 'gs')) ?? [])
    .map((chunk) => `${chunk.length.toString(16)};x=y\r\n${chunk}\r\n`)
    .join('') + ending;

type Said = (body: string) => (string | Uint8Array)[];

describe('bytes on the wire', () => {
  it.each<[string, Said]>([
    ['as usual', (body) => [head(sized(body), signedAs(signature(body))), body]],
    [
      'in chunks of one byte, with extensions',
      (body) => [head('Transfer-Encoding: chunked', signedAs(signature(body))), chunked(body, 1)],
    ],
    [
      'among hundreds of other headers',
      (body) => [
        head(
          ...Array.from({ length: 400 }, (_, nth) => `X-Other-${nth}: ${nth}`),
          sized(body),
          signedAs(signature(body)),
        ),
        body,
      ],
    ],
    [
      'with seven other signatures before its own',
      (body) => [
        head(
          sized(body),
          signedAs(`t=${time}${`,v1=${'0'.repeat(64)}`.repeat(7)},${signature(body).slice(13)}`),
        ),
        body,
      ],
    ],
    [
      'with its signature in two headers, which HTTP makes one',
      (body) => {
        const [t = '', v1 = ''] = signature(body).split(',');
        return [head(sized(body), signedAs(t), signedAs(v1)), body];
      },
    ],
    [
      'after 100-continue is awaited',
      (body) => [head('Expect: 100-continue', sized(body), signedAs(signature(body))), body],
    ],
  ])('are taken %s', async (_, said) => {
    const body = event();
    expect((await say(...said(body))).at(-1)).toBe(200);
    expect(worked.at(-1)).toBe(JSON.parse(body).id);
  });

  it.each<[string, Said, number, string?]>([
    [
      'the whole signature twice',
      (body) => [head(sized(body), signedAs(signature(body)), signedAs(signature(body))), body],
      400,
      'malformed_header',
    ],
    [
      'a signature folded over two lines',
      (body) => [head(sized(body), signedAs(signature(body).replace(',', ',\r\n '))), body],
      400,
    ],
    [
      'headers beyond all measure',
      (body) => [
        head(`X-Long: ${'y'.repeat(40_000)}`, sized(body), signedAs(signature(body))),
        body,
      ],
      431,
    ],
    ...['NaN', '-1', '1e20', '99999999999999999999', 'Infinity', '0x69', ''].map(
      (t): [string, Said, number, string] => [
        `the time ${t}`,
        (body) => [head(sized(body), signedAs(signature(body, t))), body],
        400,
        'malformed_header',
      ],
    ),
    ...[0, time - 301, time + 301, 99_999_999_999].map((t): [string, Said, number, string] => [
      `the time ${t}`,
      (body) => [head(sized(body), signedAs(signature(body, t))), body],
      400,
      'timestamp_outside_tolerance',
    ]),
    [
      'a body that is packed, though what it holds is signed',
      (body) => {
        const packed = gzipSync(body);
        return [head('Content-Encoding: gzip', sized(packed), signedAs(signature(body))), packed];
      },
      400,
      'signature_mismatch',
    ],
    [
      'a body that is packed and signed so',
      (body) => {
        const packed = gzipSync(body);
        return [head('Content-Encoding: gzip', sized(packed), signedAs(signature(packed))), packed];
      },
      400,
      'body_not_json',
    ],
    [
      'UTF-16',
      (body) => {
        const wide = Buffer.from(`\ufeff${body}`, 'utf16le');
        return [head(sized(wide), signedAs(signature(wide))), wide];
      },
      400,
      'body_not_json',
    ],
    [
      'a length that cuts the body short',
      (body) => [head('Content-Length: 20', signedAs(signature(body))), body],
      400,
      'signature_mismatch',
    ],
    [
      'two lengths',
      (body) => [head(sized(body), 'Content-Length: 3', signedAs(signature(body))), body],
      400,
    ],
    [
      'a length and chunks at once',
      (body) => [
        head(sized(body), 'Transfer-Encoding: chunked', signedAs(signature(body))),
        chunked(body, 9),
      ],
      400,
    ],
    [
      'a signature over another time of the same length',
      (body) => [head(sized(body), signedAs(`t=${time + 1},v1=${mac(`${time}.${body}`)}`)), body],
      400,
      'signature_mismatch',
    ],
    [
      'the secret’s own whitespace left away',
      (body) => [head(sized(body), signedAs(signature(body, time, `${secret}\n`))), body],
      400,
      'signature_mismatch',
    ],
  ])('are refused with %s', async (_, said, status, code) => {
    const before = worked.length;
    refused.length = 0;
    expect((await say(...said(event())))[0]).toBe(status);
    expect(refused).toEqual(code === undefined ? [] : [code]);
    expect([worked.length - before, errors]).toEqual([0, []]);
  });

  it.each<[string, Said]>([
    [
      'before the length that was announced',
      (body) => [head(`Content-Length: ${body.length + 9}`, signedAs(signature(body))), body],
    ],
    [
      'in the middle of chunks',
      (body) => [
        head('Transfer-Encoding: chunked', signedAs(signature(body))),
        chunked(body, 9, ''),
      ],
    ],
  ])('that break off %s are worked by nobody, and hold nobody up', async (_, said) => {
    const before = worked.length;
    await say(...said(event()));
    const body = event();
    expect(await say(head(sized(body), signedAs(signature(body))), body)).toEqual([200]);
    expect([worked.length - before, errors]).toEqual([1, []]);
  });
});
