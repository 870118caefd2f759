import { afterEach, beforeEach, describe, vi } from 'vitest';
import { durableInbox, EventInbox } from '../../../examples/webhooks/durable-inbox.ts';
import { DurableObjects } from '../../support/durable-objects.ts';
import { inboxContract } from '../../support/inbox-contract.ts';

describe('the recipe durable-inbox.ts', () => {
  let now = 0;
  beforeEach(() => {
    now = Date.UTC(2026, 0, 1);
    vi.spyOn(Date, 'now').mockImplementation(() => now);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  inboxContract(async () => {
    const objects = new DurableObjects(EventInbox);
    return {
      inbox: durableInbox(objects),
      retentionMs: 7 * 24 * 60 * 60 * 1000,
      pass: async (ms) => {
        now += ms;
        await objects.ring(now);
      },
    };
  });
});
