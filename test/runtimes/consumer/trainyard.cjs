// Every subpath by require.
exports.trainyard = {
  root: require('trainyard'),
  opentrain: require('trainyard/opentrain'),
  platform: require('trainyard/platform'),
  trainar: require('trainyard/trainar'),
  webhooks: require('trainyard/webhooks'),
  fixtures: require('trainyard/webhooks/fixtures'),
  schemas: require('trainyard/schemas'),
  sandbox: require('trainyard/sandbox'),
};
exports.node = {
  listen: require('trainyard/sandbox/node').listen,
  verifyWebhookSync: require('trainyard/webhooks/node').verifyWebhookSync,
};
