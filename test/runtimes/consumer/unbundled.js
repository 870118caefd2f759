// A page without a bundler: the second copy is the same files under another address.
import * as root from 'trainyard';
import * as opentrain from 'trainyard/opentrain';
import * as platform from 'trainyard/platform';
import * as sandbox from 'trainyard/sandbox';
import * as schemas from 'trainyard/schemas';
import * as trainar from 'trainyard/trainar';
import * as webhooks from 'trainyard/webhooks';
import * as fixtures from 'trainyard/webhooks/fixtures';
import { story } from './story.js';

const trainyard = { root, opentrain, platform, trainar, webhooks, fixtures, schemas, sandbox };
const address = new URL(import.meta.resolve('trainyard'));
import(`/copy${address.pathname}`)
  .then((other) => story(trainyard, other, { bundledForBrowsers: true }))
  .then(
    (done) => console.log(`done: ${done.join(' ')}`),
    (error) => console.log(`failed: ${error.stack}`),
  );
