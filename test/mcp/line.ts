import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const tellHeap = fileURLToPath(new URL('tell-heap.cjs', import.meta.url));

/** The bin's MCP server at the other end of a pipe, spoken to with as little in between as can be. */
export class Line {
  readonly child: ChildProcess;
  readonly #waiting = new Map<number, (message: { result?: unknown; error?: unknown }) => void>();
  #id = 0;

  constructor(bin: string, env: Record<string, string>) {
    const args = ['--expose-gc', '--require', tellHeap, bin, 'mcp', 'opentrain'];
    this.child = spawn(process.execPath, args, {
      env: { PATH: process.env.PATH ?? '', ...env },
      stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
    });
    createInterface({ input: this.child.stdout as NodeJS.ReadableStream }).on('line', (text) => {
      const message = JSON.parse(text);
      this.#waiting.get(message.id)?.(message);
      this.#waiting.delete(message.id);
    });
  }

  async initialize(): Promise<void> {
    await this.request('initialize', {
      protocolVersion: '2025-11-25',
      capabilities: {},
      clientInfo: { name: 'cost', version: '1' },
    });
    this.#send({ method: 'notifications/initialized' });
  }

  async request(method: string, params: object = {}): Promise<unknown> {
    const id = ++this.#id;
    const answered = new Promise<{ result?: unknown; error?: unknown }>((resolve) => {
      this.#waiting.set(id, resolve);
    });
    this.#send({ id, method, params });
    const { result, error } = await answered;
    if (error || (result as { isError?: boolean }).isError) {
      throw new Error(`${method}: ${JSON.stringify(error ?? result)}`);
    }
    return result;
  }

  /** What the process's heap holds, in bytes, after a collection. */
  async heap(): Promise<number> {
    const told = once(this.child, 'message');
    this.child.send('heap');
    const [bytes] = await told;
    return bytes;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.child.once('close', resolve));
    this.child.stdin?.end();
    await closed;
  }

  #send(message: object): void {
    this.child.stdin?.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  }
}
