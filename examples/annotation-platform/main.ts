import { createServer } from 'node:http';
import { readConfig } from './config.ts';
import { consentRoutes } from './consent.ts';
import { openDatabase } from './database.ts';
import { listener } from './http.ts';
import { Keys } from './keys.ts';
import { pageRoutes, sorryPage } from './pages.ts';
import { projectRoutes } from './projects.ts';
import { Rounds } from './rounds.ts';
import { sessionRoutes } from './session.ts';
import { taskRoutes } from './tasks.ts';
import { webhookRoutes } from './webhook.ts';

const config = readConfig(process.env);
const db = openDatabase(config.database);
const keys = new Keys(config.appKey);
const rounds = new Rounds({ config, db, keys });
const app = { config, db, keys, rounds };
const routes = [sessionRoutes, pageRoutes, consentRoutes, projectRoutes, webhookRoutes, taskRoutes];
const server = createServer(
  listener(
    routes.flatMap((make) => make(app)),
    sorryPage,
  ),
);

server.listen(config.port, config.host, () => {
  console.log(`Listening at ${config.publicUrl}`);
  rounds.start();
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close();
    server.closeIdleConnections();
    void rounds.stop().finally(() => {
      db.close();
      process.exit();
    });
  });
}
