import { afterEach, expect, it, vi } from 'vitest';
import { bearerVariable, chooseBearer } from '../../../src/mcp/serving/bearer.ts';

const given = 'a-token-of-thirty-two-characters';
afterEach(() => vi.unstubAllEnvs());

it('takes the token of the environment, unless one is passed, or false', () => {
  vi.stubEnv(bearerVariable, given);
  expect(chooseBearer(undefined)).toBe(given);
  expect(chooseBearer(`${given}2`)).toBe(`${given}2`);
  expect(chooseBearer(false)).toBeUndefined();
});

it('takes a variable that is set to nothing for one that is not set', () => {
  vi.stubEnv(bearerVariable, '');
  expect(chooseBearer(undefined)).toMatch(/^[\w-]{43}$/);
});

it('refuses what could be guessed in the environment too, and does not repeat it', () => {
  vi.stubEnv(bearerVariable, 'guessable');
  expect(() => chooseBearer(undefined)).toThrow(/^bearer: at least 32 characters(?!.*guessable)/);
});
