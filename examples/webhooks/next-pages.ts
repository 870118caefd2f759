// pages/api/hooks.ts
import { toNodeHandler } from 'trainyard/webhooks/node';
import { receiver } from './receiver.ts';

export const config = { api: { bodyParser: false } };

export default toNodeHandler(receiver);
