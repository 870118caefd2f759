import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { startServer, stopServer, type User } from './process.ts';

export interface PostgresServer {
  port: number;
  url: string;
  stop(): Promise<void>;
}

/** A real PostgreSQL on a free port, with an empty database. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'trainyard-postgres-'));
  const port = await freePort();
  const user = unprivileged();
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid as number);
  const data = join(folder, 'data');
  execFileSync(binary('initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync'], {
    ...user,
    stdio: 'pipe',
  });
  const args = ['-D', data, '-p', String(port), '-k', folder];
  const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'];
  const isReady = async () =>
    execFileSync(binary('pg_isready'), ['-h', '127.0.0.1', '-p', String(port)], { stdio: 'pipe' });
  const server = await startServer(binary('postgres'), [...args, ...settings], isReady, user);
  return {
    port,
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      // Fast: sessions that are still open are ended.
      await stopServer(server, 'SIGINT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Debian keeps a server's binaries off the path, in a folder for each version. */
function binary(name: string): string {
  const versions = '/usr/lib/postgresql';
  const newest = existsSync(versions)
    ? readdirSync(versions).sort((a, b) => Number(b) - Number(a))[0]
    : undefined;
  return newest ? join(versions, newest, 'bin', name) : name;
}

/** PostgreSQL refuses to run as root; its package made a user for it. */
function unprivileged(): User {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
