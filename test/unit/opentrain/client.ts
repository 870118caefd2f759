import { OpenTrain, type OpenTrainOptions } from '../../../src/opentrain/index.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { type Answer, type FakeFetch, fakeFetch } from '../../support/fake-fetch.ts';

export const token = 'ot_pat_pub1_S3cretS3cret';
export const claimToken = 'ot_clm_pub1_S3cretS3cret';

export interface TestClient {
  ot: OpenTrain;
  fetch: FakeFetch;
  clock: FakeClock;
}

/** A client whose network gives these answers, and that never really waits. */
export function client(...answers: Answer[]): TestClient {
  return clientWith({}, ...answers);
}

export function clientWith(options: OpenTrainOptions, ...answers: Answer[]): TestClient {
  const fetch = fakeFetch(...answers);
  const clock = (options.clock as FakeClock | undefined) ?? new FakeClock();
  return { ot: new OpenTrain({ token, fetch, maxRetries: 0, ...options, clock }), fetch, clock };
}
