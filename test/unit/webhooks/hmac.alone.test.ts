import { afterEach, describe, expect, it, vi } from 'vitest';
import { hmac } from '../../../src/webhooks/hmac.ts';
import { toHex } from '../../../src/webhooks/signature-bytes.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const encode = (text: string) => new TextEncoder().encode(text);

const runtimes = {
  'Node’s crypto': () => {},
  WebCrypto: () => {
    vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined as never);
  },
};

describe.each(Object.entries(runtimes))('an HMAC by %s', (name, enter) => {
  it('is that of RFC 4231, test case 2', async () => {
    enter();
    expect(toHex(await hmac('Jefe', encode('what do ya want for nothing?')))).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('takes the UTF-8 bytes of any secret, lone surrogates replaced', async () => {
    enter();
    expect(toHex(await hmac('clé \u{1f511} \ud800', encode('ß')))).toBe(
      toHex(await hmac('clé \u{1f511} \ufffd', encode('ß'))),
    );
  });

  it('is made there and nowhere else', async () => {
    enter();
    const sign = vi.spyOn(crypto.subtle, 'sign');
    await hmac('secret', encode('body'));
    expect(sign).toHaveBeenCalledTimes(name === 'WebCrypto' ? 1 : 0);
  });

  it('keeps more secrets apart than it remembers', async () => {
    enter();
    const macs = new Set<string>();
    for (let at = 0; at < 70; at++) macs.add(toHex(await hmac(`secret ${at}`, encode('body'))));
    expect(macs.size).toBe(70);
    expect(macs).toContain(toHex(await hmac('secret 0', encode('body'))));
  });
});
