import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact, redactDeep } from '../../../src/core/redact.ts';

const prefixes = ['tak_', 'ot_pat_', 'ot_clm_', 'ot_cat_', 'ot_ptk_', 'whsec_'];

describe('redact', () => {
  it.each(prefixes)('cuts a secret that starts with %s down to its prefix', (prefix) => {
    expect(redact(`key ${prefix}pub_S3-cret, twice ${prefix}other`)).toBe(
      `key ${prefix}***, twice ${prefix}***`,
    );
  });

  it.each([
    'Bearer ot_pat_SECRET',
    'https://host/claim?token=ot_pat_SECRET&x=1',
    'https://host/login?next=%2Fclaim%3Ftoken%3Dot_pat_SECRET',
    '{"a":"\\not_pat_SECRET"}',
    '_ot_pat_SECRET_',
  ])('finds a secret wherever it stands: %s', (text) => {
    expect(redact(text)).not.toContain('SECRET');
    expect(redact(text)).toContain('ot_pat_***');
  });

  it('leaves other text as it is', () => {
    const text = 'job_1 and ot_evt_5 and a task_id of tak';
    expect(redact(text)).toBe(text);
  });

  it('never lets a secret through, whatever surrounds it', () => {
    const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-';
    const secret = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 12, maxLength: 40 });
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...prefixes), secret, fc.string(), (a, p, s, z) => {
        expect(redact(`${a}${p}${s}${z}`)).not.toContain(s);
      }),
    );
  });
});

describe('redactDeep', () => {
  it('masks values and keys at any depth, and keeps the rest', () => {
    const value = {
      n: 1,
      none: null,
      yes: true,
      list: ['tak_abc', { deep: ['x ot_pat_abc'] }],
      ot_clm_abc: 'key',
    };
    expect(redactDeep(value)).toEqual({
      n: 1,
      none: null,
      yes: true,
      list: ['tak_***', { deep: ['x ot_pat_***'] }],
      'ot_clm_***': 'key',
    });
  });

  it('leaves what it was given untouched', () => {
    const value = { token: 'tak_abc' };
    redactDeep(value);
    expect(value.token).toBe('tak_abc');
  });

  it('does not let "__proto__" of a body change a prototype', () => {
    const copy = redactDeep(JSON.parse('{"__proto__":{"polluted":1}}')) as { polluted?: number };
    expect(copy.polluted).toBeUndefined();
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
