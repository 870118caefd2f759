// The story for runtimes without Node's modules. A bundler follows both conditions, and so bundles
// the ES module copy and the CommonJS one.
import * as root from 'trainyard';
import * as opentrain from 'trainyard/opentrain';
import * as platform from 'trainyard/platform';
import * as sandbox from 'trainyard/sandbox';
import * as schemas from 'trainyard/schemas';
import * as trainar from 'trainyard/trainar';
import * as webhooks from 'trainyard/webhooks';
import * as fixtures from 'trainyard/webhooks/fixtures';
import { other } from './other.js';
import { story } from './story.js';

const trainyard = { root, opentrain, platform, trainar, webhooks, fixtures, schemas, sandbox };

/** @param bundledForBrowsers whether the `browser` condition was in force */
export async function portable(bundledForBrowsers) {
  const done = await story(trainyard, other, { bundledForBrowsers });
  return `done: ${done.join(' ')}`;
}
