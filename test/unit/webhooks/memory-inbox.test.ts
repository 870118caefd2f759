import { describe } from 'vitest';
import { memoryInbox } from '../../../src/webhooks/index.ts';
import { inboxContract } from '../../support/inbox-contract.ts';

describe('an inbox in memory', () => {
  inboxContract(async () => {
    let time = 0;
    const retentionMs = 3_600_000;
    return {
      inbox: memoryInbox({ retentionMs, now: () => time }),
      retentionMs,
      pass: async (ms) => {
        time += ms;
      },
    };
  });
});
