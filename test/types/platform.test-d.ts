import { describe, expectTypeOf, it } from 'vitest';
import type { Budget, Participant, ProjectLink, UsageEntry } from '../../src/platform/index.ts';
import {
  type ApiPromise,
  type ConsentReturn,
  type ListPromise,
  OpenTrainPlatform,
  type UsageOutcome,
  UsageReportError,
} from '../../src/platform/index.ts';

const platform = new OpenTrainPlatform({ token: 'ot_ptk_x' });

describe('answers', () => {
  it('come without their wrapper', () => {
    expectTypeOf(platform.projectLinks.get('l')).toEqualTypeOf<ApiPromise<ProjectLink>>();
    expectTypeOf(platform.contracts.budget('c')).toEqualTypeOf<ApiPromise<Budget>>();
    expectTypeOf(platform.contracts.participants('c')).toExtend<ListPromise<Participant, object>>();
  });

  it('have a Work Email only perhaps', () => {
    expectTypeOf<Participant['workEmail']>().toEqualTypeOf<string | undefined>();
  });

  it('complete states that are known, and take others', () => {
    expectTypeOf<'OK'>().toExtend<Budget['state']>();
    expectTypeOf<string>().toExtend<Budget['state']>();
  });
});

describe('a usage report', () => {
  it('takes entries that nobody may change', () => {
    const entries: readonly UsageEntry[] = [{ workDate: '2026-06-12' }];
    platform.contracts.reportUsage('c', entries, { timeoutMs: 1000 });
    // @ts-expect-error: a day is needed
    platform.contracts.reportUsage('c', [{ totalSeconds: 1 }]);
    // @ts-expect-error: of which zone a Date's day would be, nobody knows
    platform.contracts.reportUsage('c', [{ workDate: new Date() }]);
  });

  it('tells what became of each entry, done or failed', async () => {
    const { entries, budget } = await platform.contracts.reportUsage('c', []);
    expectTypeOf(entries).toEqualTypeOf<UsageOutcome[]>();
    expectTypeOf(budget).toEqualTypeOf<Budget>();
    const error: unknown = undefined;
    if (error instanceof UsageReportError) {
      expectTypeOf(error.entries).toEqualTypeOf<readonly UsageOutcome[]>();
      expectTypeOf(error.remaining).toEqualTypeOf<UsageEntry[]>();
      expectTypeOf(error.budget).toEqualTypeOf<Budget | undefined>();
    }
  });
});

describe('webhook endpoints', () => {
  it('are for events there are', () => {
    platform.webhookEndpoints.create({ url: 'https://me', eventTypes: ['milestone.funded'] });
    // @ts-expect-error: an event of the Public API
    platform.webhookEndpoints.create({ url: 'https://me', eventTypes: ['proposal.received'] });
    // @ts-expect-error: no such status
    platform.webhookEndpoints.update('e', { status: 'PAUSED' });
  });
});

describe('consent', () => {
  it('needs a slug to go and a state to come back', () => {
    expectTypeOf(OpenTrainPlatform.consentUrl({ slug: 'a' })).toEqualTypeOf<string>();
    expectTypeOf(
      OpenTrainPlatform.parseConsentReturn('/back', { state: 's' }),
    ).toEqualTypeOf<ConsentReturn>();
    // @ts-expect-error: without the state anybody could send a customer back
    OpenTrainPlatform.parseConsentReturn('/back');
    // @ts-expect-error: no slug
    OpenTrainPlatform.consentUrl({});
  });
});
