import { describe, expect, it } from 'vitest';
import { readErrorBody, stringOrNone } from '../../../src/core/error-body.ts';
import { readEnvelope, readFlat } from '../../support/transport.ts';

describe('readErrorBody', () => {
  it('hands the envelope to the reader', () => {
    const text = JSON.stringify({
      error: 'A card is needed.',
      code: 'CONFLICT',
      requestId: 'req_1',
      details: { reason: 'payment_method_required', billingUrl: 'https://x/billing' },
    });
    expect(readErrorBody(text, readEnvelope)).toEqual({
      message: 'A card is needed.',
      code: 'CONFLICT',
      reason: 'payment_method_required',
      requestId: 'req_1',
      details: { reason: 'payment_method_required', billingUrl: 'https://x/billing' },
    });
  });

  it('hands the flat form to the reader', () => {
    const text = JSON.stringify({ error: 'NO_ACTIVE_SEAT', message: 'No seat qualifies.' });
    expect(readErrorBody(text, readFlat)).toEqual({
      code: 'NO_ACTIVE_SEAT',
      message: 'No seat qualifies.',
    });
  });

  it("hands OAuth's form to the reader", () => {
    const text = JSON.stringify({ error: 'slow_down', error_description: 'Too often.' });
    expect(readErrorBody(text, readEnvelope)).toEqual({
      code: 'slow_down',
      message: 'Too often.',
      oauth: true,
    });
  });

  it("shows enough of a proxy's page to recognise it, without markup, on one line", () => {
    const page =
      '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\n<center><h1>502 Bad Gateway</h1></center>\n<hr>nginx</body></html>';
    expect(readErrorBody(page, readEnvelope)).toEqual({
      message: 'Not JSON: 502 Bad Gateway 502 Bad Gateway nginx',
    });
  });

  it('keeps the message of a long page short', () => {
    const { message } = readErrorBody('x'.repeat(100_000), readEnvelope);
    expect(message).toBe(`Not JSON: ${'x'.repeat(200)}…`);
  });

  it('reads a page made of brackets without taking for ever', () => {
    const start = performance.now();
    readErrorBody('<'.repeat(1_000_000), readEnvelope);
    // Half a minute: a search from each bracket to the end is half a million million steps, which take longer.
    expect(performance.now() - start).toBeLessThan(30_000);
  });

  it.each(['', ' \r\n '])('says that the body is empty (%j)', (text) => {
    expect(readErrorBody(text, readEnvelope)).toEqual({ message: 'The body is empty.' });
  });

  it('tells of JSON that was cut short', () => {
    expect(readErrorBody('{"error":"A card is', readEnvelope)).toEqual({
      message: 'Not JSON: {"error":"A card is',
    });
  });

  it.each(['[]', '[{"error":"x","code":"y"}]', 'null', '"text"', '7', 'true', '{}', '{"error":7}'])(
    'shows JSON of a form nobody knows: %s',
    (text) => {
      expect(readErrorBody(text, readEnvelope)).toEqual({
        message: `In a form this SDK does not know: ${text}`,
      });
    },
  );
});

describe('stringOrNone', () => {
  it('hands out strings only', () => {
    expect(stringOrNone('a')).toBe('a');
    expect([1, null, undefined, {}, ['a']].map(stringOrNone)).toEqual(Array(5).fill(undefined));
  });
});
