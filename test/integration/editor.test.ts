import { beforeAll, describe, expect, it } from 'vitest';
import { type Editor, edit } from '../support/language-service.ts';

/** A cursor in a program that a user might be typing: completions are asked for where `|` stands. */
const programs: Record<string, string> = {
  'a TrainAR event’s name': `
    import { verifyWebhook } from 'trainyard';
    const event = await verifyWebhook({ platform: 'trainar', body: '', headers: {}, secret: '' });
    switch (event.event) { case '|': }`,
  'a value in a request': `
    import { TrainAR } from 'trainyard';
    new TrainAR().tasks.update('t', { status: '|' });`,
  'a value in a response that may grow': `
    import { OpenTrain } from 'trainyard';
    const [job] = await new OpenTrain().jobs.listMine().toArray();
    if (job?.status === '|') {}`,
  'how a contract ends': `
    import { OpenTrain } from 'trainyard';
    const end = await new OpenTrain().contracts.end('c');
    if (end.status === '|') {}`,
  'the result of a confirmed hire': `
    import { OpenTrain } from 'trainyard';
    const request = await new OpenTrain().proposals.hire('p', { milestone: { amount: 1 } });
    const result = await request.wait();
    result.|`,
  'what an approval of one type led to': `
    import { OpenTrain } from 'trainyard';
    const approval = await new OpenTrain().approvals.wait('a');
    if (approval.type === 'milestone_fund') approval.result.|`,
  'an item of a list': `
    import { TrainAR } from 'trainyard';
    for await (const task of new TrainAR().tasks.list()) task.|`,
};

/** Words of which the one before `|` is hovered over. */
const hovered: Record<string, string> = {
  call: `
    import { OpenTrain } from 'trainyard';
    new OpenTrain().contracts.end|('c');`,
  request: `
    import { OpenTrain } from 'trainyard';
    const request| = await new OpenTrain().proposals.hire('p', { milestone: { amount: 1 } });`,
  'inferred call': `
    import { TrainAR } from 'trainyard';
    new TrainAR().webhooks.subscribe|({ url: '', events: [] });`,
};

let editor: Editor;
beforeAll(() => {
  const files: Record<string, string> = {};
  for (const [name, program] of Object.entries({ ...programs, ...hovered })) {
    files[`${name}.ts`] = program.replace('|', '');
  }
  editor = edit(files);
});

describe('an editor completes', { timeout: 120_000 }, () => {
  it.each([
    ['a TrainAR event’s name', ['task.created', 'session.completed', 'skill.executed']],
    ['a value in a request', ['open', 'in_progress', 'completed', 'cancelled']],
    ['a value in a response that may grow', ['DRAFT', 'OPEN', 'ARCHIVED']],
    ['how a contract ends', ['pending', 'ended']],
    ['the result of a confirmed hire', ['contractId', 'freelancerUserId', 'hired', 'jobId']],
    ['what an approval of one type led to', ['invoiceId', 'paymentIntentId']],
    ['an item of a list', ['id', 'title', 'status']],
  ])('%s', (name, expected) => {
    expect(completions(name)).toEqual(expect.arrayContaining(expected));
  });
});

describe('an editor shows', { timeout: 120_000 }, () => {
  it('what a call resolves to, throws, needs and where the fact is from', () => {
    const { type, text, tags } = hover('call');
    expect(type).toContain('ApiPromise<ContractEnded | ApprovalRequest<"contract_end">>');
    expect(text).toContain('payments:write');
    expect(text).toContain('Source: documented');
    expect(tags).toEqual(expect.arrayContaining(['throws', 'example']));
  });

  it('the kind of approval that a request is', () => {
    expect(hover('request').type).toBe('const request: ApprovalRequest<"proposal_hire">');
  });

  it('that a fact is not documented', () => {
    expect(hover('inferred call').text).toContain('Evidence: the vendor');
  });
});

function at(name: string) {
  const program = programs[name] ?? hovered[name] ?? '';
  return { file: editor.path(`${name}.ts`), position: program.indexOf('|') };
}

function completions(name: string): string[] {
  const { file, position } = at(name);
  const found = editor.service.getCompletionsAtPosition(file, position, {});
  return found?.entries.map((entry) => entry.name) ?? [];
}

function hover(name: string) {
  const { file, position } = at(name);
  const info = editor.service.getQuickInfoAtPosition(file, position - 1);
  const text = (parts: { text: string }[] = []) => parts.map((part) => part.text).join('');
  return {
    type: text(info?.displayParts),
    text: text(info?.documentation),
    tags: info?.tags?.map((tag) => tag.name) ?? [],
  };
}
