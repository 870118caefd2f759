// What every runtime does with the packed package. It imports nothing: its caller hands over the
// copy to use, and another copy of the package, to tell errors across the two.

const brief = `Transcribe recorded support calls in Spanish, about 400 hours of audio. We look for people in
Mexico with some experience. You are paid by the hour.`;
const answers = {
  experienceLevel: 'INTERMEDIATE',
  pricePerHour: 14,
  dataVolumeUnit: 'HOURS_OF_RECORDING_AUDIO_VIDEO',
};

/**
 * @param trainyard the namespaces of one copy of the package, by subpath
 * @param other the root of another copy
 * @param bundledForBrowsers whether schemas are left out unless they are handed over
 * @returns what was done
 */
export async function story(trainyard, other, { bundledForBrowsers = false } = {}) {
  const sandbox = trainyard.sandbox.createSandbox({ seed: 'runtimes', time: 'auto' });
  const account = sandbox.opentrain.createAccount({ card: true });
  const options = { token: account.token, fetch: sandbox.fetch, clock: sandbox.clock };
  const ot = new trainyard.root.OpenTrain(options);
  const stage = { trainyard, other, sandbox, account, options, ot, bundledForBrowsers };
  const done = [];
  for (const [name, step] of Object.entries(steps)) {
    await within(20_000, name, step(stage));
    done.push(name);
  }
  return done;
}

const steps = { call, pages, draft, approval, webhooks, errors, drift, document };

async function call({ trainyard, sandbox, ot }) {
  const { token } = await ot.auth.me();
  same(token.scopes.includes('jobs:write'), true);
  const { apiKey } = sandbox.trainar.createTenant();
  const trainar = new trainyard.trainar.TrainAR({ apiKey, fetch: sandbox.fetch });
  const task = await trainar.tasks.create({ title: 'Replace the filter' });
  same((await trainar.tasks.complete(task.id)).status, 'completed');
}

async function pages({ sandbox, ot, account }) {
  const { jobIds } = sandbox.opentrain.seedJobs(7, { accountId: account.accountId });
  const seen = [];
  for await (const job of ot.jobs.search({ limit: 3 })) seen.push(job.id);
  same([...seen].sort().join(), [...jobIds].sort().join());
}

async function draft({ ot }) {
  const created = await ot.jobDrafts.create({ text: brief });
  const ready = await ot.jobDrafts.complete(
    created,
    ({ field, enumValues, example }) => answers[field] ?? enumValues?.[0] ?? example,
  );
  same(ready.validation.publishReady, true);
}

async function approval({ sandbox, ot, account }) {
  const { jobIds } = sandbox.opentrain.seedJobs(1, { accountId: account.accountId });
  const [proposal] = sandbox.opentrain.apply(jobIds[0]);
  const request = await ot.proposals.hire(proposal.id, {
    milestone: { name: 'Pilot', amount: 90 },
  });
  same(request.status, 'pending');
  const confirm = () => sandbox.opentrain.approvals.confirm(request.approval.id);
  let polls = 0;
  const hired = await request.wait({
    onPoll: () => {
      polls += 1;
      if (polls === 2) confirm();
    },
  });
  const { items } = await ot.contracts.list({ jobId: jobIds[0] });
  same(items[0].id, hired.contractId);
}

async function webhooks({ trainyard, other, ot }) {
  const secret = 'whsec_4c1f0a';
  const event = trainyard.fixtures.webhookFixture('opentrain', 'proposal.received', { id: '7' });
  const signed = await trainyard.webhooks.signWebhook({ platform: 'opentrain', event, secret });
  const request = (body) =>
    new Request('https://example.com/hook', { method: 'POST', headers: signed.headers, body });
  same((await ot.webhooks.verify(request(signed.body), { secret })).type, event.type);
  const verified = await trainyard.webhooks.verifyWebhook({
    platform: 'opentrain',
    secret,
    ...signed,
  });
  same(JSON.stringify(verified), JSON.stringify(event));
  const refused = await rejection(ot.webhooks.verify(request(`${signed.body} `), { secret }));
  same(refused instanceof trainyard.webhooks.WebhookVerificationError, true);
  same(refused instanceof other.WebhookVerificationError, true);
}

async function errors({ trainyard, other, ot }) {
  const { root, opentrain, platform } = trainyard;
  for (const client of [opentrain, platform]) {
    same(root.NotFoundError === client.NotFoundError, true, 'subpaths share their classes');
  }
  same(root.NotFoundError === other.NotFoundError, false, 'two copies to compare');
  const missing = await rejection(ot.proposals.get('nobody'));
  for (const copy of [root, other]) {
    same(missing instanceof copy.NotFoundError, true);
    same(missing instanceof copy.ApiError, true);
    same(missing instanceof copy.TrainyardError, true);
    same(missing instanceof copy.ConflictError, false);
  }
  same(missing.operationId, 'proposals.get');
}

async function drift({ trainyard, options, bundledForBrowsers }) {
  const surprising = async (...request) => {
    const body = await (await options.fetch(...request)).json();
    return Response.json({ ...body, surprise: true });
  };
  const report = (more) =>
    new Promise((resolve) => {
      const client = new trainyard.opentrain.OpenTrain({
        ...options,
        ...more,
        fetch: surprising,
        onDrift: resolve,
      });
      client.auth.me();
    });
  const loadSchemas = async () => trainyard.schemas.opentrain;
  same((await report({ loadSchemas })).differences[0].path, 'surprise');
  const [{ path, message }] = (await report({})).differences;
  const leftOut = 'schemas are left out of browser bundles';
  if (bundledForBrowsers) same(message.includes(leftOut), true, message);
  else same(path, 'surprise');
}

async function document({ sandbox }) {
  const answer = await sandbox.fetch('https://app.opentrain.ai/api/public/v1/openapi.json');
  same((await answer.json()).openapi.startsWith('3.'), true);
}

function same(actual, expected, what = 'a value') {
  if (actual === expected) return;
  throw new Error(`${what}: expected ${expected}, got ${actual}`);
}

function rejection(promise) {
  return promise.then(
    () => {
      throw new Error('expected a rejection');
    },
    (error) => error,
  );
}

/** Names the step that failed or never ended. */
async function within(ms, name, work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`still running after ${ms} ms`)), ms);
  });
  try {
    await Promise.race([work, late]);
  } catch (error) {
    throw new Error(`${name}: ${error.stack ?? error}`);
  } finally {
    clearTimeout(timer);
  }
}
