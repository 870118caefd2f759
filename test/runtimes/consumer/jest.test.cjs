const { story } = require('./story.cjs');
const { onNode } = require('./on-node.cjs');
const { trainyard, node } = require('./trainyard.cjs');

test('the packed package in Jest', async () => {
  jest.resetModules();
  const other = require('trainyard');
  const done = await story(trainyard, other);
  done.push(...(await onNode(trainyard, node)));
  console.log(`done: ${done.join(' ')}`);
}, 60_000);
