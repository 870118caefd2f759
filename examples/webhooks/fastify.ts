import Fastify from 'fastify';
import { toNodeHandler } from 'trainyard/webhooks/node';
import { receiver } from './receiver.ts';

const app = Fastify();
const handle = toNodeHandler(receiver);

// Parsers belong to their plugin: outside of this one, JSON is parsed as ever.
app.register(async (hooks) => {
  hooks.removeAllContentTypeParsers();
  hooks.addContentTypeParser('*', (_request, _payload, done) => done(null));
  hooks.post('/hooks', async (request, reply) => {
    reply.hijack();
    await handle(request.raw, reply.raw);
  });
});

await app.listen({ port: Number(process.env.PORT ?? 3000) });
