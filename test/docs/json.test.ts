import { expect, it } from 'vitest';
import { blocksIn, placeOf } from './blocks.ts';

it.each(blocksIn('json').map((block) => ({ place: placeOf(block), ...block })))(
  'is JSON: $place',
  ({ code }) => {
    expect(() => JSON.parse(code)).not.toThrow();
  },
);
