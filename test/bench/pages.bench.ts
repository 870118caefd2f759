import { OpenTrain } from 'trainyard/opentrain';
import { headers } from './answer.ts';
import { quantile } from './race.ts';
import { number, report, short, times } from './topic.ts';

const pages = short ? 5 : 200;
const latencyMs = 20;
const rounds = short ? 1 : 3;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const fetch = async (url: RequestInfo | URL) => {
  const at = Number(new URL(String(url)).searchParams.get('cursor') ?? 0);
  await sleep(latencyMs);
  const jobs = Array.from({ length: 20 }, (_, index) => ({ id: `job_${at * 20 + index}` }));
  const nextCursor = at + 1 < pages ? String(at + 1) : null;
  return new Response(JSON.stringify({ jobs, nextCursor }), { headers });
};
const ot = new OpenTrain({ token: `ot_pat_${'0'.repeat(32)}`, fetch });

/** As most SDKs walk: the next page is asked for when this one is done with. */
async function sequential(): Promise<number> {
  let seen = 0;
  let page = await ot.jobs.search();
  for (;;) {
    seen += page.items.length;
    await sleep(latencyMs);
    if (!page.hasNextPage()) return seen;
    page = await page.nextPage();
  }
}

async function ahead(): Promise<number> {
  let seen = 0;
  for await (const page of ot.jobs.search().pages()) {
    seen += page.items.length;
    await sleep(latencyMs);
  }
  return seen;
}

async function timed(walk: () => Promise<number>): Promise<number> {
  const start = performance.now();
  const seen = await walk();
  if (seen !== pages * 20) throw new Error(`${seen} items seen, not ${pages * 20}`);
  return performance.now() - start;
}

const taken = { sequential: [] as number[], ahead: [] as number[] };
for (let round = 0; round < rounds; round++) {
  taken.sequential.push(await timed(sequential));
  taken.ahead.push(await timed(ahead));
}
const slow = quantile(taken.sequential, 0.5);
const fast = quantile(taken.ahead, 0.5);

report({
  title: `A walk of ${pages} pages`,
  about: `Each page takes ${latencyMs} ms on the wire and ${latencyMs} ms to work through. Median of ${rounds} walks.`,
  head: ['', 'ms', 'faster'],
  rows: [
    ['page after page (nextPage)', number(slow, 0), times(slow, slow)],
    ['iterating (fetches one page ahead)', number(fast, 0), times(slow, fast)],
  ],
  targets: [
    {
      what: 'A page walk at least 1.8 times as fast as sequential',
      measured: times(slow, fast),
      met: slow / fast >= 1.8,
    },
  ],
});
