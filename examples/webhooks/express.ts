import express from 'express';
import { toNodeHandler } from 'trainyard/webhooks/node';
import { receiver } from './receiver.ts';

const app = express();
// Before express.json(), which would throw the raw bytes away.
app.post('/hooks', toNodeHandler(receiver));
app.use(express.json());

app.listen(Number(process.env.PORT ?? 3000));
