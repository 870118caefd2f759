const { onNode } = require('./on-node.cjs');
const { story } = require('./story.cjs');
const { trainyard, node } = require('./trainyard.cjs');

async function main() {
  const done = await story(trainyard, await import('trainyard'));
  done.push(...(await onNode(trainyard, node)));
  console.log(`done: ${done.join(' ')}`);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
