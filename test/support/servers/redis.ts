import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { startServer, stopServer } from './process.ts';

export interface RedisServer {
  port: number;
  url: string;
  /** Kills it as a power cut would, and starts it on the same data. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/** A real Redis on a free port, which writes down each step before it answers. */
export async function startRedis(): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'trainyard-redis-'));
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  const durable = ['--appendonly', 'yes', '--appendfsync', 'always'];
  // Answers PONG only when its data is loaded.
  const isReady = async () => {
    const said = execFileSync('redis-cli', ['-p', String(port), 'PING'], { stdio: 'pipe' });
    if (!String(said).includes('PONG')) throw new Error(String(said));
  };
  const start = () => startServer('redis-server', [...args, ...durable], isReady);
  let server = await start();
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    async crash() {
      await stopServer(server, 'SIGKILL');
      server = await start();
    },
    async stop() {
      await stopServer(server, 'SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
