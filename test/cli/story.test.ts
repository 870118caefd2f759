import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bin } from './support/bin.ts';
import { picture } from './support/picture.ts';
import { Recording } from './support/recording.ts';
import { Terminal } from './support/terminal.ts';

const job = `Draw a tight box around every car and bicycle in 20,000 photos
of streets in Mexico. English is enough. 6 cents a label.
`;

const introduction = `# A job, in three terminals

Recorded by \`test/cli/story.test.ts\` in pseudo-terminals; \`npm run test:cli -- story -u\` records it anew. Ids are those that the sandbox
gives to its first seed; times are held still.
`;

it('drafts, publishes and hires in one terminal, while a human decides in another', async () => {
  const home = await mkdtemp(join(tmpdir(), 'trainyard-story-'));
  await writeFile(join(home, 'job.md'), job);
  await chmod(bin(), 0o755);
  await symlink(bin(), join(home, 'trainyard'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    HOME: home,
    PATH: `${home}:${process.env.PATH}`,
    TRAINYARD_SANDBOX: origin,
    LANG: 'C.UTF-8',
  };
  const open = () => Terminal.shell({ env, cwd: home, cols: 100 });
  const recording = new Recording((text) =>
    text
      .replaceAll(`:${port}`, ':4010')
      .replace(/\d{4}-\d\d-\d\d([ T]\d\d:\d\d)(:\d\d\.\d{3})?Z/g, (time) => still(time))
      .replace(/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]/, '⠋'),
  );
  try {
    await using sandbox = open();
    await using agent = open();
    await using human = open();

    await sandbox.enter(port === 4010 ? 'trainyard sandbox' : `trainyard sandbox --port ${port}`);
    await sandbox.shows(/# to try\n.*\n.*\n/);
    recording.scene('In one terminal: both platforms', sandbox);

    await agent.run(`export OT_API_BASE_URL=${origin}`);
    await agent.run("trainyard opentrain auth register --agent-name 'Label Scout'");
    await agent.run('trainyard opentrain auth claim --email ada@meadow.example');
    recording.scene('In a second: an agent registers', agent);

    const code = /^code +(\d+)$/m.exec(agent.text)?.[1];
    await human.run(`trainyard sandbox claim --code ${code}`);
    const account = /acc_\w+/.exec(human.text)?.[0];
    await human.run(`trainyard sandbox add-card ${account}`);
    recording.scene('In a third: its owner claims the account, and adds a card', human);

    await agent.run('trainyard opentrain auth claim-status --wait');
    await agent.run('cat job.md');
    await agent.run('trainyard opentrain jobs draft create --description-file job.md');
    const jobId = /job_\w+/.exec(agent.text)?.[0];
    await agent.enter(`trainyard opentrain jobs draft complete ${jobId}`);
    await agent.shows(/● EXPERT/);
    agent.type('\u001b[B');
    await agent.shows(/● ENTRY_LEVEL/);
    agent.type('\r');
    await agent.shows(/Ready to publish[^$]*\n\$$/);
    await agent.run(`trainyard opentrain jobs publish ${jobId}`);
    recording.scene('The agent drafts a job, answers what is missing, and publishes', agent);

    await human.run(`trainyard sandbox apply ${jobId} --count 4`);
    recording.scene('AI trainers apply', human);

    await agent.run(`trainyard opentrain proposals list ${jobId}`);
    const proposal = /(prp_\w+).* 0\.9\d /.exec(agent.text)?.[1];
    await agent.run(
      `trainyard opentrain proposals hire ${proposal} --amount 150 --name 'First 500 photos'`,
    );
    const approval = /apr_\w+/.exec(agent.text)?.[0];
    await agent.enter(`trainyard opentrain approvals wait ${approval}`);
    // Both, in the order in which they come to stand: what is waited for is said above the spinner, a moment after it.
    await agent.shows(/wait apr_\w+\nA human decides at \S+\n[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] waiting for a human/);
    recording.scene('The agent hires, and waits', agent);

    await human.run(`trainyard sandbox confirm ${approval}`);
    recording.scene('A human confirms', human);

    await agent.shows(/^status +confirmed$[^$]*\n\$$/m);
    recording.scene('The wait ends', agent);

    await sandbox.shows(/# to try/);
    sandbox.type('\u0003');
    await sandbox.shows(() => sandbox.lines(sandbox.row)[0] === '$');
  } finally {
    await rm(home, { recursive: true, force: true });
  }
  const text = recording.scenes.map(({ title, rows }) => {
    const shown = rows
      .map((row) => row.text)
      .join('\n')
      .trimEnd();
    return `## ${title}\n\n\`\`\`console\n${shown}\n\`\`\`\n`;
  });
  await expect([introduction, ...text].join('\n')).toMatchFileSnapshot(
    '../../docs/reference/terminal.md',
  );
  await expect(picture(recording.scenes.slice(-3))).toMatchFileSnapshot(
    '../../docs/reference/terminal.svg',
  );
});

/** A moment of the same width. */
function still(time: string): string {
  return '2026-07-01T09:00:00.000Z'
    .slice(0, time.length - 1)
    .replace('T', time[10] ?? 'T')
    .concat('Z');
}

/** A port as wide as the usual one, so that rows that name it are as long. */
async function freePort(): Promise<number> {
  for (let port = 4_010; port < 10_000; port += 1) if (await isFree(port)) return port;
  throw new Error('No port of four digits is free.');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
