/**
 * Keeps books of an account by its updates feed, in a program that is killed twice on the way:
 * `npx tsx examples/polling-sync.ts`. The program itself is polling-sync/sync.ts; with a token it
 * runs against any deployment.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OpenTrain } from 'trainyard/opentrain';
import { createSandbox } from 'trainyard/sandbox';
import { listen } from 'trainyard/sandbox/node';
import { human } from './first-light/human.ts';
import { openJob } from './hire-and-pay/open-job.ts';
import { chapter, check, checked, tell } from './narrator.ts';
import { openBooks } from './polling-sync/books.ts';
import { Program } from './polling-sync/program.ts';

const server = await listen(createSandbox({ seed: 'polling sync' }));
const folder = await mkdtemp(join(tmpdir(), 'trainyard-sync-'));
const file = join(folder, 'books.json');
let program: Program | undefined;
try {
  const { does, clock } = human(server.url);
  const { token } = await does<{ token: string }>('opentrain/createAccount', { card: true });
  const ot = new OpenTrain({ baseUrl: server.url, token, clock });
  const jobId = await openJob(ot);
  const start = () =>
    new Program(file, {
      OT_API_TOKEN: token,
      OT_API_BASE_URL: server.url,
      SYNC_IDLE_MS: '50',
    });

  chapter('Eighty trainers apply; the sync is killed among them');
  program = start();
  await does('opentrain/apply', jobId, { count: 80 });
  await program.reported(10);
  await program.kill();
  const first = await openBooks(file);
  tell(`Its books end at event ${first.cursor}.`);

  chapter('While it is dead things go on; it is started again, and killed again');
  const proposals = await ot.jobs.listProposals(jobId, { limit: 100 }).toArray();
  for (const { id } of proposals.slice(0, 20)) {
    await does('opentrain/setProposalStatus', id, 'SHORTLISTED');
  }
  program = start();
  await program.reported(15);
  await program.kill();
  const second = await openBooks(file);
  tell(`Its books end at event ${second.cursor}.`);
  check('it went on where it was', Number(second.cursor) > Number(first.cursor), true);

  chapter('A hire, and some are declined; this time it lives');
  const hire = await ot.proposals.hire(proposals[0]?.id ?? '', {
    milestone: { name: 'Pilot', amount: 300 },
  });
  await does('opentrain/approvals/confirm', hire.approval.id);
  for (const { id } of proposals.slice(5, 15)) {
    await does('opentrain/setProposalStatus', id, 'DECLINED');
  }
  program = start();
  const truth = await everyEvent(ot);
  await program.reportedEvent(truth.at(-1)?.id ?? '');
  await program.kill();

  chapter('Its books, and the truth');
  const books = await openBooks(file);
  const counts: Record<string, number> = {};
  for (const { type } of truth) counts[type] = (counts[type] ?? 0) + 1;
  check('each event is in the books once', books.counts, counts);
  const now = await ot.jobs.listProposals(jobId, { limit: 100 }).toArray();
  const statuses = Object.fromEntries(now.map(({ id, status }) => [id, status.raw]));
  check('every proposal has its status', books.proposals, statuses);
  const { items: contracts } = await ot.contracts.list();
  const milestones = contracts.flatMap((contract) => contract.milestones);
  const paid = Object.fromEntries(milestones.map(({ id, status }) => [id, status]));
  check('and every milestone', books.milestones, paid);
  tell(`${truth.length} events, ${checked()} facts checked`);
} finally {
  await program?.kill();
  await server.close();
  await rm(folder, { recursive: true });
}

/** The whole feed, as one program that is never killed reads it. */
async function everyEvent(ot: OpenTrain) {
  const first = await ot.updates.poll({ limit: 200 });
  const events = [...first.events];
  for (let page = first; page.hasMore; ) {
    page = await ot.updates.poll({ cursor: page.nextCursor, limit: 200 });
    events.push(...page.events);
  }
  return events;
}
