import { createServer } from 'node:http';
import { toNodeHandler } from 'trainyard/webhooks/node';
import { receiver } from './receiver.ts';

const server = createServer(toNodeHandler(receiver));
server.listen(Number(process.env.PORT ?? 3000));

process.once('SIGTERM', async () => {
  server.close();
  // Turns away what still comes, and gives the handlers that run time to finish.
  await receiver.close();
});
