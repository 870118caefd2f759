import type { UsageAccepted, UsageEntry } from '../../../generated/platform/types.ts';
import { OpenTrainPlatform, type OpenTrainPlatformOptions } from '../../../src/platform/index.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import {
  type Answer,
  type FakeFetch,
  fakeFetch,
  json,
  type SentRequest,
} from '../../support/fake-fetch.ts';

export const token = 'ot_ptk_pub1_S3cretS3cret';

export interface TestClient {
  platform: OpenTrainPlatform;
  fetch: FakeFetch;
  clock: FakeClock;
}

/** A client whose network gives these answers, and that never really waits. */
export function client(...answers: Answer[]): TestClient {
  return clientWith({}, ...answers);
}

export function clientWith(options: OpenTrainPlatformOptions, ...answers: Answer[]): TestClient {
  const fetch = fakeFetch(...answers);
  const clock = (options.clock as FakeClock | undefined) ?? new FakeClock();
  const platform = new OpenTrainPlatform({ token, fetch, maxRetries: 0, ...options, clock });
  return { platform, fetch, clock };
}

/** The entries of a usage report as they were sent. */
export const entriesOf = ({ body }: SentRequest): UsageEntry[] => JSON.parse(body).entries;

/** Takes every usage report whole. */
export const takesAll: Answer = (sent) => json(taken(entriesOf(sent).length));

/** The answer to a usage report of which so many entries were stored. */
export const taken = (accepted: number): UsageAccepted => ({
  contractId: 'ctr_1',
  accepted,
  budget: {
    contractId: 'ctr_1',
    paymentType: 'PAY_PER_HOUR',
    state: 'OK',
    fundedVolume: 40,
    fundedAmountUsd: 560,
    consumed: { seconds: 0, hours: 0, labels: 0, tasks: 0 },
    consumedVolume: 0,
    remainingVolume: 40,
    consumedFraction: 0,
    activeMilestone: null,
    lastUsageAt: null,
  },
});

/** So many days of work of one trainer, the first on 1 January 2025. */
export function days(count: number): UsageEntry[] {
  return Array.from({ length: count }, (_, day) => ({
    workDate: new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10),
    totalSeconds: day,
  }));
}
