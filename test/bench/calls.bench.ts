import { Worker } from 'node:worker_threads';
import { answer, headers } from './answer.ts';
import { clients, sdks } from './clients.ts';
import { type Lap, race } from './race.ts';
import { number, report, short, type Table, times } from './topic.ts';

function table(title: string, about: string, laps: Lap[]): Table {
  const by = new Map(laps.map((lap) => [lap.name, lap]));
  const bare = by.get('openapi-fetch') as Lap;
  const ours = by.get('trainyard') as Lap;
  return {
    title,
    about,
    head: ['', 'µs a call', 'median', 'over openapi-fetch', 'heap a call'],
    rows: laps.map(({ name, us, medianUs, bytes }) => [
      name,
      number(us),
      number(medianUs),
      times(us, bare.us),
      bytes === undefined ? '' : `${number(bytes / 1000)} kB`,
    ]),
    targets: [
      {
        what: `${title}: at most 25 µs over openapi-fetch`,
        measured: `${number(ours.us - bare.us)} µs`,
        met: ours.us - bare.us <= 25,
      },
      {
        what: `${title}: below every full SDK`,
        measured: sdks.map((name) => `${name} ${times(by.get(name)?.us ?? 0, ours.us)}`).join(', '),
        met: sdks.every((name) => (by.get(name)?.us ?? 0) > ours.us),
        why: '@workos-inc/node does the same work: it hands fetch an address and ends the call in time, so that within the noise of a run either may lead',
      },
    ],
  };
}

const inMemory = await race(
  clients('http://127.0.0.1:1', async () => new Response(answer, { headers })),
  { rounds: short ? 3 : 400, calls: 20, heap: true },
);

// In a thread of its own: what the server costs is nobody's time.
const server = new Worker(
  `const { createServer } = require('node:http');
   const { parentPort, workerData } = require('node:worker_threads');
   const { answer, headers } = workerData;
   const server = createServer({ keepAlive: true }, (_, response) => {
     response.writeHead(200, { ...headers, 'content-length': answer.length }).end(answer);
   });
   server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));`,
  { eval: true, workerData: { answer, headers } },
);
const port = await new Promise<number>((resolve) => server.once('message', resolve));
const loopback = await race(
  clients(`http://127.0.0.1:${port}`, (input, init) => globalThis.fetch(input, init)),
  { rounds: short ? 3 : 500, calls: 4 },
);
await server.terminate();

report(
  table(
    'A call, no network',
    'One record is read, over a fetch that answers from memory: what a client itself costs. Heap is what one call allocates.',
    inMemory,
  ),
  table(
    'A call over loopback',
    'The same over Node’s own fetch and a server on this machine.',
    loopback,
  ),
);
