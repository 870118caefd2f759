import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { DriftCheck, type DriftReport, type LoadSchemas } from '../../../src/core/drift.ts';
import { settled } from '../../support/fake-clock.ts';
import { fakeFetch, json } from '../../support/fake-fetch.ts';
import { strayRejections } from '../../support/stray-rejections.ts';
import { getJob, transport } from '../../support/transport.ts';

const job = z.object({
  id: z.string(),
  tags: z.array(z.object({ name: z.string() })),
  pay: z.optional(z.object({ amount: z.number() })),
});

const loadSchemas: LoadSchemas = async () => ({
  responses: { 'jobs.get': { 200: job }, 'any.list': { 200: z.array(job) } },
});

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** Resolves when every check that was put off has been made. */
async function checked(): Promise<void> {
  await vi.dynamicImportSettled();
  await vi.runAllTimersAsync();
  await settled();
}

/** What is reported of a body. */
async function reported(
  body: unknown,
  { operationId = 'jobs.get', status = 200 } = {},
): Promise<DriftReport[]> {
  const reports: DriftReport[] = [];
  const check = new DriftCheck(loadSchemas, (report) => reports.push(report));
  check.look(operationId, status, typeof body === 'string' ? body : JSON.stringify(body));
  await checked();
  return reports;
}

const fine = { id: 'job_1', tags: [{ name: 'audio' }] };

describe('a response that fits the contract', () => {
  it('is not reported', async () => {
    expect(await reported(fine)).toEqual([]);
    expect(await reported({ ...fine, pay: { amount: 1 } })).toEqual([]);
    expect(await reported([fine, fine], { operationId: 'any.list' })).toEqual([]);
  });
});

describe('a response that differs', () => {
  it('is reported once, with its operation, status and every unknown field', async () => {
    const body = {
      ...fine,
      extra: { deep: 1 },
      tags: [{ name: 'audio' }, { name: 'b', weight: 2 }],
      pay: { amount: 1, currency: 'USD' },
    };
    expect(await reported(body)).toEqual([
      {
        operationId: 'jobs.get',
        status: 200,
        differences: [
          { path: 'tags[1].weight', kind: 'unknown', message: 'not in the contract' },
          { path: 'extra', kind: 'unknown', message: 'not in the contract' },
          { path: 'pay.currency', kind: 'unknown', message: 'not in the contract' },
        ],
      },
    ]);
  });

  it('has what the contract promises missing', async () => {
    const [report] = await reported({ tags: [{}] });
    expect(report?.differences.map(({ path, kind }) => ({ path, kind }))).toEqual([
      { path: 'id', kind: 'missing' },
      { path: 'tags[0].name', kind: 'missing' },
    ]);
  });

  it('has something of another kind in its place', async () => {
    const [report] = await reported({ id: null, tags: [{ name: 7 }, 'x'] });
    expect(report?.differences.map(({ path, kind }) => ({ path, kind }))).toEqual([
      { path: 'id', kind: 'different' },
      { path: 'tags[0].name', kind: 'different' },
      { path: 'tags[1]', kind: 'different' },
    ]);
    for (const { message } of report?.differences ?? []) expect(message).not.toBe('');
  });

  it('has a value beyond those that are listed, which is not repeated', async () => {
    const state = z.union([z.enum(['open', 'done']), z.string()]);
    const responses = { 'jobs.get': { 200: z.looseObject({ state, is: z.optional(state) }) } };
    const reports: DriftReport[] = [];
    const check = new DriftCheck(
      async () => ({ responses }),
      (report) => reports.push(report),
    );
    check.look('jobs.get', 200, '{"state":"open","is":"done"}');
    check.look('jobs.get', 200, '{"state":"paused","is":"done"}');
    await checked();
    expect(reports.map(({ differences }) => differences)).toEqual([
      [{ path: 'state', kind: 'unlisted', message: 'the contract lists open, done' }],
    ]);
  });

  it('may differ as a whole', async () => {
    const [report] = await reported('null');
    expect(report?.differences).toMatchObject([{ path: '', kind: 'different' }]);
  });

  it('tells where in a list', async () => {
    const [report] = await reported([fine, { ...fine, x: 1 }], { operationId: 'any.list' });
    expect(report?.differences).toMatchObject([{ path: '[1].x', kind: 'unknown' }]);
  });

  it('has a status the contract does not know, body or none', async () => {
    for (const body of [fine, '']) {
      const [report] = await reported(body, { status: 202 });
      expect(report?.differences).toEqual([
        { path: '', kind: 'unknown', message: 'status 202 is not in the contract' },
      ]);
    }
  });

  it('is of a call that the contract knows: what it does not have can’t differ from it', async () => {
    expect(await reported(fine, { operationId: 'GET /jobs/other' })).toEqual([]);
  });
});

describe('a check', () => {
  it('loads the schemas once, and only when there is something to check', async () => {
    const load = vi.fn(loadSchemas);
    const check = new DriftCheck(load, () => {});
    await settled();
    expect(load).not.toHaveBeenCalled();
    for (let n = 0; n < 3; n++) check.look('jobs.get', 200, JSON.stringify(fine));
    expect(load).not.toHaveBeenCalled();
    await checked();
    expect(load).toHaveBeenCalledOnce();
  });

  it('that can not be made is reported as such', async () => {
    const reports: DriftReport[] = [];
    const load = () => Promise.reject(new Error('no schemas here'));
    const strays = await strayRejections(async () => {
      new DriftCheck(load, (report) => reports.push(report)).look('jobs.get', 200, '{}');
      await checked();
    });
    expect(strays).toEqual([]);
    expect(reports).toEqual([
      {
        operationId: 'jobs.get',
        status: 200,
        differences: [{ path: '', kind: 'different', message: 'not checked: no schemas here' }],
      },
    ]);
  });

  it.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('mine');
      },
    ],
    ['rejects', () => Promise.reject(new Error('mine'))],
  ])('survives a listener that %s', async (_, listener) => {
    // Counted by hand: a spy would handle the rejection itself.
    let calls = 0;
    const onDrift = () => {
      calls++;
      return listener() as undefined;
    };
    const api = transport({ fetch: fakeFetch(json({})), onDrift }, { loadSchemas });
    const strays = await strayRejections(async () => {
      await api.call(getJob, { path: { id: '1' } });
      await api.call(getJob, { path: { id: '1' } });
      await checked();
    });
    expect(calls).toBe(2);
    expect(strays).toEqual([]);
  });
});

describe('a call with onDrift', () => {
  const calls: string[] = [];
  beforeEach(() => void calls.splice(0));

  it('resolves before its answer is checked, whatever the check finds', async () => {
    const onDrift = () => {
      calls.push('drift');
      throw new Error('mine');
    };
    const api = transport({ fetch: fakeFetch(json({ other: 1 })), onDrift }, { loadSchemas });
    expect(await api.call(getJob, { path: { id: '1' } })).toEqual({ other: 1 });
    calls.push('resolved');
    await checked();
    expect(calls).toEqual(['resolved', 'drift']);
  });

  it('has a body of its own to change', async () => {
    const reports: DriftReport[] = [];
    const fetch = fakeFetch(json(fine));
    const onDrift = (report: DriftReport) => void reports.push(report);
    const api = transport({ fetch, onDrift }, { loadSchemas });
    const body = await api.call<Record<string, unknown>>(getJob, { path: { id: '1' } });
    body.mine = true;
    await checked();
    expect(reports).toEqual([]);
  });

  it("prefers the caller's own schemas", async () => {
    const reports: DriftReport[] = [];
    const api = transport({
      fetch: fakeFetch(json({})),
      onDrift: (report) => void reports.push(report),
      loadSchemas,
    });
    await api.call(getJob, { path: { id: '1' } });
    await checked();
    expect(reports[0]?.differences).toHaveLength(2);
  });
});
