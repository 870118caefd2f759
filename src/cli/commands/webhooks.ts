import { type Command, Option } from 'commander';
import { addOutputFlags } from '../common-flags.ts';
import { addExamples } from '../examples.ts';

const platforms = ['opentrain', 'trainar', 'platform'];
const platformFlag = () => new Option('--platform <name>', 'whose webhooks').choices(platforms);

/** `trainyard webhooks …`: receive, send, check and repeat deliveries while one builds a receiver. */
export function register(webhooks: Command): void {
  const listen = webhooks
    .command('listen')
    .description('receive deliveries, and forward them to a receiver on this machine')
    .requiredOption('--forward-to <url>', 'the receiver')
    .addOption(platformFlag().default('opentrain'))
    .option('--events <names>', 'which events, with commas between; default: all')
    .option('--port <number>', 'where it listens; default: any free port')
    .option('--public-url <url>', 'how the platform reaches that port, such as a tunnel')
    .option(
      '--no-subscribe',
      'only receive and forward; the platform was told the address elsewhere',
    )
    .option('--log <file>', 'keeps every delivery there, a line of JSON each')
    .option('--base-url <url>', 'origin of the platform')
    .option('--json', 'print each delivery as a line of JSON');
  addExamples(listen, [
    'trainyard webhooks listen --forward-to http://localhost:3000/webhooks --log deliveries.jsonl',
  ]);
  listen.action(async (flags) => (await import('./webhooks/listen.ts')).listen(flags));

  const trigger = webhooks
    .command('trigger')
    .description('send a signed event to a receiver')
    .argument('<event>', 'name of the event, such as proposal.received')
    .requiredOption('--to <url>', 'the receiver')
    .addOption(platformFlag())
    .option('--data <file>', 'JSON that is laid over the event, from a file or - for stdin');
  addOutputFlags(trigger);
  addExamples(trigger, [
    'trainyard webhooks trigger proposal.received --to http://localhost:3000/webhooks',
  ]);
  trigger.action(async (event, flags) =>
    (await import('./webhooks/trigger.ts')).trigger(event, flags),
  );

  const verify = webhooks
    .command('verify')
    .description('check a saved delivery, and say which check failed')
    .argument(
      '<file>',
      'a line of a log, { "headers", "body" } as JSON, or the request as text; - for stdin',
    )
    .addOption(platformFlag().default('opentrain'))
    .option('--at <time>', 'when it arrived; default: what the log says, else now');
  addOutputFlags(verify);
  addExamples(verify, [
    'TRAINYARD_WEBHOOK_SECRET=$(cat secret.txt) trainyard webhooks verify delivery.json',
  ]);
  verify.action(async (file, flags) => (await import('./webhooks/verify.ts')).verify(file, flags));

  const replay = webhooks
    .command('replay')
    .description('send what a log holds once more, signed anew')
    .argument('<log>', 'a file that listen --log wrote; - for stdin')
    .requiredOption('--to <url>', 'the receiver')
    .option('--event <name>', 'only this event')
    .option('--last <number>', 'only so many, the latest');
  addOutputFlags(replay);
  addExamples(replay, [
    'trainyard webhooks replay deliveries.jsonl --to http://localhost:3000/webhooks --last 1',
  ]);
  replay.action(async (log, flags) => (await import('./webhooks/replay.ts')).replay(log, flags));

  const secret = webhooks
    .command('secret')
    .description('print the secret that forwarded and triggered events are signed with');
  addOutputFlags(secret);
  addExamples(secret, ['export WEBHOOK_SECRET=$(trainyard webhooks secret)']);
  secret.action(async (flags) => (await import('./webhooks/secret.ts')).printSecret(flags));
}
