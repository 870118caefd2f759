import { createRequire } from 'node:module';
import * as root from 'trainyard';
import * as opentrain from 'trainyard/opentrain';
import * as platform from 'trainyard/platform';
import * as sandbox from 'trainyard/sandbox';
import { listen } from 'trainyard/sandbox/node';
import * as schemas from 'trainyard/schemas';
import * as trainar from 'trainyard/trainar';
import * as webhooks from 'trainyard/webhooks';
import * as fixtures from 'trainyard/webhooks/fixtures';
import { verifyWebhookSync } from 'trainyard/webhooks/node';
import { onNode } from './on-node.js';
import { story } from './story.js';

const other = createRequire(import.meta.url)('trainyard');
const trainyard = { root, opentrain, platform, trainar, webhooks, fixtures, schemas, sandbox };
const done = await story(trainyard, other);
done.push(...(await onNode(trainyard, { listen, verifyWebhookSync })));
console.log(`done: ${done.join(' ')}`);
