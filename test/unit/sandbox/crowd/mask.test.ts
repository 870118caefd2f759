import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimSlug, maskName } from '../../../../src/sandbox/opentrain/crowd/mask.ts';

describe('a masked name', () => {
  it.each([
    ['Maria', 'Gomez', 'Maria G.', 'G', 'maria-g'],
    ['José', 'de la Cruz', 'José D.', 'D', 'jose-d'],
    ['Anne-Marie', "o'Neill", 'Anne-Marie O.', 'O', 'anne-marie-o'],
    ['Łukasz', 'żak', 'Łukasz Ż.', 'Ż', 'łukasz-z'],
    ['Maria Gomez', 'Gomez', 'Maria G.', 'G', 'maria-g'],
    ['Maria', '', 'Maria', '', 'maria'],
    ['', 'Gomez', 'Freelancer', '', 'freelancer'],
    ['  ', '\u0000', 'Freelancer', '', 'freelancer'],
    ['maria@example.com', 'Gomez', 'Freelancer', '', 'freelancer'],
  ])('of %j %j is %s', (firstName, lastName, displayName, lastNameInitial, profileSlug) => {
    expect(maskName({ firstName, lastName })).toMatchObject({
      displayName,
      lastNameInitial,
      profileSlug,
    });
  });

  it('never shows more of a last name than one letter', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'bcdfghjklm'),
      minLength: 3,
      maxLength: 12,
    });
    fc.assert(
      fc.property(letters, (lastName) => {
        const shown = JSON.stringify(maskName({ firstName: 'Ana', lastName }));
        expect(shown).not.toContain(lastName);
      }),
    );
  });
});

describe('a slug', () => {
  it('is numbered when somebody has it', () => {
    const taken = new Set<string>();
    const slugs = ['maria-g', 'maria-g', 'maria-h', 'maria-g'].map((slug) =>
      claimSlug(slug, taken),
    );
    expect(slugs).toEqual(['maria-g', 'maria-g-2', 'maria-h', 'maria-g-3']);
  });
});
