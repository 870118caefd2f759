import { describe, expect, it } from 'vitest';
import {
  BadRequestError,
  ConnectionError,
  NotFoundError,
  RateLimitError,
  ServerError,
  type UsageEntry,
  UsageReportError,
} from '../../../src/platform/index.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { json, networkFailure } from '../../support/fake-fetch.ts';
import { rejection } from '../../support/transport.ts';
import { client, clientWith, days, entriesOf, taken, takesAll, token } from './client.ts';

const refusal = (status: number, code: string) =>
  json({ error: 'No.', code, requestId: 'req-1' }, status);

const failure = async (call: Promise<unknown>) => (await rejection(call)) as UsageReportError;

describe('a report of many entries', () => {
  it('goes out in batches of 100, in order', async () => {
    const { platform, fetch } = client(takesAll);
    const reported = await platform.contracts.reportUsage('ctr_1', days(250));
    expect(fetch.sent.map((sent) => entriesOf(sent).length)).toEqual([100, 100, 50]);
    expect(fetch.sent.flatMap(entriesOf)).toEqual(days(250));
    expect(reported).toMatchObject({ contractId: 'ctr_1', accepted: 250, budget: taken(0).budget });
    expect(reported.entries).toEqual(
      days(250).map((entry) => ({ entry, status: 'accepted' as const })),
    );
  });

  it('hands out the budget of the last batch', async () => {
    const low = taken(50);
    low.budget.state = 'LOW';
    const { platform } = client(json(taken(100)), json(low));
    const { budget } = await platform.contracts.reportUsage('ctr_1', days(150));
    expect(budget.state).toBe('LOW');
  });

  it('is as it was when it was handed over, whatever becomes of the list', async () => {
    const entries = days(150);
    const { platform, fetch } = client((sent) => {
      for (const entry of entries) entry.totalSeconds = 1;
      return json(taken(entriesOf(sent).length));
    });
    await platform.contracts.reportUsage('ctr_1', entries);
    expect(fetch.sent.flatMap(entriesOf)).toEqual(days(150));
  });

  it('says which entries are not known to be stored when the platform counts fewer', async () => {
    const { platform } = client(json(taken(99)), json(taken(20)));
    const reported = await platform.contracts.reportUsage('ctr_1', days(120));
    expect(reported.accepted).toBe(119);
    expect(reported.entries.map(({ status }) => status)).toEqual([
      ...Array(100).fill('unconfirmed'),
      ...Array(20).fill('accepted'),
    ]);
  });
});

describe('a failure in the middle', () => {
  it('says which entries stand, which were refused and which were not sent', async () => {
    const { platform, fetch } = client(json(taken(100)), refusal(400, 'BAD_REQUEST'));
    const error = await failure(platform.contracts.reportUsage('ctr_1', days(250)));
    expect(error).toBeInstanceOf(UsageReportError);
    expect(error.cause).toBeInstanceOf(BadRequestError);
    expect(error).toMatchObject({ contractId: 'ctr_1', accepted: 100, budget: taken(0).budget });
    expect(error.entries.map(({ status }) => status)).toEqual([
      ...Array(100).fill('accepted'),
      ...Array(100).fill('refused'),
      ...Array(50).fill('unsent'),
    ]);
    expect(error.message).toContain('accepted: 0–99; refused: 100–199; unsent: 200–249.');
    expect(error.message).toContain('400 BAD_REQUEST');
    expect(error.remaining).toEqual(days(250).slice(100));
    expect(fetch.sent).toHaveLength(2);
  });

  it.each([
    ['the connection broke', networkFailure('ECONNRESET'), ConnectionError],
    ['the platform failed', refusal(500, 'INTERNAL_ERROR'), ServerError],
  ])('leaves open what became of a batch when %s', async (_, answer, kind) => {
    const { platform } = client(json(taken(100)), answer);
    const error = await failure(platform.contracts.reportUsage('ctr_1', days(101)));
    expect(error.cause).toBeInstanceOf(kind);
    expect(error.entries.at(-1)?.status).toBe('unconfirmed');
    expect(error.message).toContain('accepted: 0–99; unconfirmed: 100.');
  });

  it('is told of the first batch too', async () => {
    const { platform } = client(refusal(404, 'NOT_FOUND'));
    const error = await failure(platform.contracts.reportUsage('ctr_1', days(101)));
    expect(error.cause).toBeInstanceOf(NotFoundError);
    expect(error).toMatchObject({ accepted: 0, budget: undefined });
    expect(error.message).toContain('refused: 0–99; unsent: 100.');
  });

  it('is no matter of its own when there is one batch: the call’s error says all', async () => {
    const { platform } = client(refusal(429, 'RATE_LIMITED'));
    expect(await rejection(platform.contracts.reportUsage('ctr_1', days(100)))).toBeInstanceOf(
      RateLimitError,
    );
  });

  it('can be taken up where it stopped', async () => {
    const { platform, fetch } = client(json(taken(100)), refusal(503, 'INTERNAL_ERROR'), takesAll);
    const error = await failure(platform.contracts.reportUsage('ctr_1', days(150)));
    await platform.contracts.reportUsage('ctr_1', error.remaining);
    expect(fetch.sent.slice(2).flatMap(entriesOf)).toEqual(days(150).slice(100));
  });

  it('keeps the token and the entries out of what is logged', async () => {
    const { platform } = client(json(taken(100)), refusal(403, 'FORBIDDEN'));
    const error = await failure(platform.contracts.reportUsage('ctr_1', days(101)));
    expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain(token);
    expect(Object.keys(error)).not.toContain('entries');
  });
});

describe('a batch that was cut off', () => {
  it('is sent again, since totals replace one another', async () => {
    const { platform, fetch } = clientWith({ maxRetries: 2 }, refusal(503, 'X'), takesAll);
    const { accepted } = await platform.contracts.reportUsage('ctr_1', days(3));
    expect(accepted).toBe(3);
    expect(fetch.sent[1]?.body).toBe(fetch.sent[0]?.body);
  });
});

describe('an abort', () => {
  it('ends the report between two batches, with the caller’s own reason', async () => {
    const reason = new Error('enough');
    const controller = new AbortController();
    const { platform, fetch } = client(() => {
      controller.abort(reason);
      return json(taken(100));
    });
    const { signal } = controller;
    expect(await rejection(platform.contracts.reportUsage('ctr_1', days(300), { signal }))).toBe(
      reason,
    );
    expect(fetch.sent).toHaveLength(1);
  });
});

describe('an entry that can’t be right', () => {
  const entry: UsageEntry = { workDate: '2025-12-31' };

  it.each<[string, unknown]>([
    ['entries', []],
    ['entries', undefined],
    ['entries', { entries: [entry] }],
    ['entries[0]', [null]],
    ['entries[0].workDate', [{}]],
    ['entries[0].workDate', [{ workDate: '2025-2-01' }]],
    ['entries[0].workDate', [{ workDate: '2025-02-29' }]],
    ['entries[0].workDate', [{ workDate: '2025-13-01' }]],
    ['entries[0].workDate', [{ workDate: '2025-12-31T00:00:00Z' }]],
    ['entries[0].workDate', [{ workDate: new Date(0) }]],
    ['entries[1].totalSeconds', [entry, { workDate: '2025-12-30', totalSeconds: 86_401 }]],
    ['entries[0].totalSeconds', [{ ...entry, totalSeconds: -1 }]],
    ['entries[0].totalSeconds', [{ ...entry, totalSeconds: 1.5 }]],
    ['entries[0].totalSeconds', [{ ...entry, totalSeconds: '60' }]],
    ['entries[0].totalSeconds', [{ ...entry, totalSeconds: Number.NaN }]],
    ['entries[0].tasksCompleted', [{ ...entry, tasksCompleted: -1 }]],
    ['entries[0].labelsCompleted', [{ ...entry, labelsCompleted: 0.5 }]],
    ['entries[0].workerOpentrainUserId', [{ ...entry, workerOpentrainUserId: '' }]],
    ['entries[0].externalReportId', [{ ...entry, externalReportId: 7 }]],
  ])('is refused as %s before anything is sent: %o', async (argument, entries) => {
    const { platform, fetch } = client(takesAll);
    const error = await rejection(platform.contracts.reportUsage('ctr_1', entries as never));
    expect(error).toMatchObject({ name: 'InvalidArgumentError', argument });
    expect(fetch.sent).toEqual([]);
  });

  it('is refused behind a hundred right ones too', async () => {
    const { platform, fetch } = client(takesAll);
    const entries = [...days(150), { workDate: 'today' }];
    const error = await rejection(platform.contracts.reportUsage('ctr_1', entries));
    expect(error).toMatchObject({ argument: 'entries[150].workDate' });
    expect(fetch.sent).toEqual([]);
  });

  it('is one of two on the same worker and day, both of which are named', async () => {
    const { platform } = client(takesAll);
    const twice = [...days(7), { workDate: '2025-01-03', totalSeconds: 9 }];
    const error = await rejection(platform.contracts.reportUsage('ctr_1', twice));
    expect(error).toMatchObject({ argument: 'entries[7]' });
    expect((error as Error).message).toContain('entries[2]');
  });

  it('is not one of two workers on one day', async () => {
    const { platform } = client(takesAll);
    const both = [entry, { ...entry, workerOpentrainUserId: 'usr_2' }];
    expect(await platform.contracts.reportUsage('ctr_1', both)).toMatchObject({ accepted: 2 });
  });

  it('is of no contract when the id is empty', async () => {
    const { platform, fetch } = client(takesAll);
    const error = await rejection(platform.contracts.reportUsage('', [entry]));
    expect(error).toMatchObject({ argument: 'contractId' });
    expect(fetch.sent).toEqual([]);
  });
});

describe('the day of an entry', () => {
  const report = (now: number, workDate: string) => {
    const { platform } = clientWith({ clock: new FakeClock({ start: now }) }, takesAll);
    return platform.contracts.reportUsage('ctr_1', [{ workDate }]);
  };

  it('may be one that has begun in the first time zone only', async () => {
    const now = Date.UTC(2026, 5, 12, 10, 0);
    expect(await report(now, '2026-06-13')).toMatchObject({ accepted: 1 });
  });

  it.each([
    ['a minute before', Date.UTC(2026, 5, 12, 9, 59), '2026-06-13'],
    ['a day more', Date.UTC(2026, 5, 12, 10, 0), '2026-06-14'],
  ])('may not be one that has begun nowhere: %s', async (_, now, workDate) => {
    expect(await rejection(report(now, workDate))).toMatchObject({
      argument: 'entries[0].workDate',
    });
  });

  it('may be a leap day', async () => {
    expect(await report(Date.UTC(2026, 0, 1), '2024-02-29')).toMatchObject({ accepted: 1 });
  });
});
