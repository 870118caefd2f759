import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { receiver } from './receiver.ts';

const app = new Hono();
app.post('/hooks', (c) => receiver(c.req.raw));

// On Node; elsewhere `export default app` is all there is to it.
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
