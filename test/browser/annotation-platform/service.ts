import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const folder = fileURLToPath(new URL('../../../examples/annotation-platform/', import.meta.url));
const virtualTime = fileURLToPath(new URL('./virtual-time.ts', import.meta.url));
const imports = ['--import', 'tsx', '--import', virtualTime];

/** What a service runs with. */
export interface ServiceOptions {
  readonly openTrainUrl: string;
  readonly database: string;
  readonly appSlug: string;
  /** File that says what time it is. */
  readonly nowFile: string;
}

/** The example as a process of its own, which can be killed and started again on the same port. */
export class Service {
  readonly url: string;
  /** Everything it said. */
  log = '';
  readonly #env: Record<string, string | undefined>;
  #child: ChildProcess | undefined;

  private constructor(port: number, options: ServiceOptions) {
    this.url = `http://127.0.0.1:${port}`;
    // None of the test runner's own variables.
    this.#env = {
      PATH: process.env.PATH,
      PORT: `${port}`,
      PUBLIC_URL: this.url,
      DATABASE: options.database,
      APP_KEY: '5f'.repeat(32),
      OPENTRAIN_APP_SLUG: options.appSlug,
      OT_API_BASE_URL: options.openTrainUrl,
      ROUND_EVERY_MS: '50',
      NOW_FILE: options.nowFile,
    };
  }

  /** One that has not been started yet. */
  static async on(options: Omit<ServiceOptions, 'appSlug'> & { appSlug: string }) {
    if (!existsSync(`${folder}node_modules/better-sqlite3`)) {
      throw new Error('Run this first: npm ci --prefix examples/annotation-platform');
    }
    return new Service(await freePort(), options);
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [...imports, 'main.ts'], { cwd: folder, env: this.#env });
    this.#child = child;
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`ended with ${code}:\n${this.log}`)));
      child.stderr.on('data', (chunk) => {
        this.log += chunk;
      });
      child.stdout.on('data', (chunk) => {
        this.log += chunk;
        if (`${chunk}`.includes('Listening')) resolve();
      });
    });
  }

  /** As a power cut would: nothing is finished, nothing is flushed. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** As an operator would. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** Signs a customer in, by the command that an operator uses. */
  async signInLink(customer: string): Promise<string> {
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, [...imports, 'customer.ts', customer], {
      cwd: folder,
      env: this.#env,
    });
    return stdout.trim();
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}
