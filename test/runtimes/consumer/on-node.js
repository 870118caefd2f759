// What only runtimes with Node's modules can do.

/** @returns what was done beside the story */
export async function onNode({ root, sandbox: rooms, webhooks }, { listen, verifyWebhookSync }) {
  const server = await listen(rooms.createSandbox({ seed: 'runtimes' }));
  try {
    const { apiKey } = await control(server.url, 'trainar/createTenant');
    const trainar = new root.TrainAR({ apiKey, baseUrl: `${server.url}/v1` });
    const { id } = await trainar.tasks.create({ title: 'Over a socket' });
    const { items } = await trainar.tasks.list();
    if (items[0].id !== id) throw new Error('the task is not listed');
  } finally {
    await server.close();
  }
  const secret = 'whsec_4c1f0a';
  const event = { event: 'task.created', data: {} };
  const signed = await webhooks.signWebhook({ platform: 'trainar', event, secret });
  if (verifyWebhookSync({ platform: 'trainar', secret, ...signed }).event !== event.event) {
    throw new Error('the event was not verified');
  }
  return ['port', 'sync'];
}

async function control(url, name) {
  const response = await fetch(`${url}/_sandbox/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '[]',
  });
  return response.json();
}
