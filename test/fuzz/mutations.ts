import fc from 'fast-check';
import { genuine, type Sent, time } from './genuine.ts';

/** Changes bytes in place or makes others. */
type Edit = (bytes: Buffer) => Buffer;

/** What headers and bodies are made of, right and nearly right. */
const pieces = [
  ...[
    't=',
    'v1=',
    'v0=',
    'sha256=',
    ',',
    ', ',
    '=',
    '.',
    '-',
    '{',
    '}',
    '"',
    '\\u0000',
    'NaN',
    '1e3',
  ],
  ...[`${time}`, `t=${time}`, `t=${time},`, '0'.repeat(64), 'A'.repeat(43), '"type"', '"event"'],
  ...['\0', '\r\n', '\t', 'é', '\ud83d\udd27', '__proto__', ' '.repeat(40), '9'.repeat(30)],
].map((text) => Buffer.from(text));

const joined = (...parts: Uint8Array[]) => Buffer.concat(parts);
const where = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

/** One change somewhere: `at` says where, as a part of the length. */
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(where, fc.integer({ min: 0, max: 7 })).map(
    ([at, bit]): Edit =>
      (bytes) => {
        const changed = Buffer.from(bytes);
        const index = Math.floor(at * bytes.length);
        if (bytes.length > 0) changed[index] = (changed[index] as number) ^ (1 << bit);
        return changed;
      },
  ),
  fc.tuple(where, fc.integer({ min: 0, max: 255 })).map(
    ([at, byte]): Edit =>
      (bytes) => {
        const changed = Buffer.from(bytes);
        if (bytes.length > 0) changed[Math.floor(at * bytes.length)] = byte;
        return changed;
      },
  ),
  fc.tuple(where, fc.constantFrom(...pieces)).map(
    ([at, piece]): Edit =>
      (bytes) => {
        const index = Math.floor(at * (bytes.length + 1));
        return joined(bytes.subarray(0, index), piece, bytes.subarray(index));
      },
  ),
  fc.tuple(where, where).map(
    ([from, to]): Edit =>
      (bytes) => {
        const [start, end] = ends(bytes, from, to);
        return joined(bytes.subarray(0, start), bytes.subarray(end));
      },
  ),
  fc.tuple(where, where).map(
    ([from, to]): Edit =>
      (bytes) => {
        const [start, end] = ends(bytes, from, to);
        return joined(bytes.subarray(0, end), bytes.subarray(start));
      },
  ),
  fc.tuple(where, where).map(
    ([from, to]): Edit =>
      (bytes) =>
        bytes.subarray(...ends(bytes, from, to)),
  ),
  fc.uint8Array({ maxLength: 100 }).map(
    (other): Edit =>
      () =>
        Buffer.from(other),
  ),
);

function ends(bytes: Buffer, from: number, to: number): [number, number] {
  const [start, end] = [from, to].sort((a, b) => a - b) as [number, number];
  return [Math.floor(start * bytes.length), Math.floor(end * (bytes.length + 1))];
}

/** Changes a delivery as a whole. */
type Mutation = (sent: Sent) => Sent;

const other = fc.constantFrom(...genuine);
const names = [...new Set(genuine.flatMap(({ headers }) => Object.keys(headers)))];
const name = fc.constantFrom(
  ...names,
  'x-timestamp',
  'X-WEBHOOK-TIMESTAMP',
  '__proto__',
  'X-Other',
);

/** The edited value of a header; bytes stand for characters, as they do on the wire. */
const rewritten = (headers: Sent['headers'], at: number, change: Edit) => {
  const all = Object.entries(headers);
  const [chosen, value] = all[Math.floor(at * all.length)] ?? ['X-Signature', ''];
  return { ...headers, [chosen]: change(Buffer.from(value, 'latin1')).toString('latin1') };
};

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  {
    weight: 6,
    arbitrary: edit.map(
      (change): Mutation =>
        (sent) => ({ ...sent, body: change(sent.body) }),
    ),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(where, edit).map(
      ([at, change]): Mutation =>
        (sent) => ({
          ...sent,
          headers: rewritten(sent.headers, at, change),
        }),
    ),
  },
  // Signed for another event, another platform, or a header under another name.
  {
    weight: 2,
    arbitrary: other.map(
      ({ body }): Mutation =>
        (sent) => ({ ...sent, body }),
    ),
  },
  {
    weight: 1,
    arbitrary: other.map(
      ({ platform }): Mutation =>
        (sent) => ({ ...sent, platform }),
    ),
  },
  {
    weight: 1,
    arbitrary: other.map(
      ({ headers }): Mutation =>
        (sent) => ({
          ...sent,
          headers: { ...sent.headers, ...headers },
        }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(name, name).map(
      ([from, to]): Mutation =>
        (sent) => {
          const all = Object.entries(sent.headers);
          const value = all.find(([key]) => key === from)?.[1] ?? `${time}`;
          const rest = all.filter(([key]) => key !== from && key !== to);
          return { ...sent, headers: Object.fromEntries([...rest, [to, value]]) };
        },
    ),
  },
  // A time is signed as `<time>.<body>`: the cut between the two is moved.
  {
    weight: 2,
    arbitrary: fc.tuple(where, name).map(
      ([at, header]): Mutation =>
        (sent) => {
          const dots = [...sent.body.keys()].filter((index) => sent.body[index] === 46);
          const cut = dots[Math.floor(at * dots.length)] ?? 0;
          const before = sent.body.subarray(0, cut).toString('latin1');
          return {
            ...sent,
            headers: { ...sent.headers, [header]: before },
            body: sent.body.subarray(cut + 1),
          };
        },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(`${time}.`, `${time}`, '.', '').map(
      (prefix): Mutation =>
        (sent) => ({
          ...sent,
          headers: Object.fromEntries(
            Object.entries(sent.headers).map(([key, value]) => [
              key,
              value.replace(/^t=\d+,v1=/, ''),
            ]),
          ),
          body: joined(Buffer.from(prefix), sent.body),
        }),
    ),
  },
  // The same again, hours or years later.
  {
    weight: 1,
    arbitrary: fc.integer({ min: 301, max: 1e9 }).map(
      (later): Mutation =>
        (sent) => ({
          ...sent,
          now: sent.now + later,
        }),
    ),
  },
);

/** A genuine delivery after a few mutations. */
export const mutated: fc.Arbitrary<Sent> = fc
  .tuple(other, fc.array(mutation, { minLength: 1, maxLength: 4 }))
  .map(([{ platform, headers, body, now }, mutations]) =>
    mutations.reduce<Sent>((sent, mutate) => mutate(sent), { platform, headers, body, now }),
  );

/**
 * Whether it can't be genuine, judged apart from the code under test: a body that was never signed, no
 * trace of its signatures, no trace of the signed time, or long past. What is left may be either: a
 * space more in a header changes nothing.
 */
export function isForged({ headers, body, now }: Sent): boolean {
  const values = Object.values(headers).join('\n');
  return !genuine.some((original) => {
    if (!body.equals(original.body) || !holds(values, original.mac)) return false;
    const { signedTime } = original;
    return signedTime === undefined || (values.includes(signedTime) && now - time <= 300);
  });
}

function holds(values: string, mac: Buffer): boolean {
  const plain = values.replaceAll('-', '+').replaceAll('_', '/');
  // The last character of base64 holds two bits that count for nothing.
  const base64 = mac.toString('base64').slice(0, 42);
  return values.toLowerCase().includes(mac.toString('hex')) || plain.includes(base64);
}
