import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

/**
 * A machine of the texts' own for as long as they run: an empty folder, an environment, and ports that
 * stand for free ones, since those that texts name may be anybody's.
 */
export function openMachine(env: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'trainyard-texts-'));
  const before = { cwd: process.cwd(), env: { ...process.env } };
  for (const name of Object.keys(process.env)) {
    if (/^(OT|OPENTRAIN|TRAINAR|TRAINYARD)_/.test(name)) delete process.env[name];
  }
  Object.assign(process.env, { HOME: folder, XDG_CONFIG_HOME: folder, ...env });
  process.chdir(folder);
  const ports = movePorts();
  return {
    /** Lets what asks for a port that a text names reach another one. */
    move: (named: number, to: number) => ports.moved.set(named, to),
    /** Ends the servers that were started. */
    closeServers: ports.closeServers,
    close(): void {
      ports.restore();
      process.chdir(before.cwd);
      setEnvironment(before.env);
      rmSync(folder, { recursive: true });
    },
  };
}

/** The process as a program sees it, which can be told to end, and whose environment can be set, without anything else noticing. */
export function processOfItsOwn(onOutput: () => void) {
  const stops: (() => unknown)[] = [];
  const listen = (signal: string, stop: () => unknown) => {
    if (signal !== 'SIGTERM' && signal !== 'SIGINT') throw new Error(`Nobody sends ${signal}.`);
    stops.push(stop);
  };
  const { stdin, stdout } = process;
  const env = { ...process.env };
  const input = new PassThrough();
  const output = new PassThrough();
  let written = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    written += text;
    onOutput();
  });
  Object.defineProperties(process, { stdin: { value: input }, stdout: { value: output } });
  return {
    process: Object.create(process, {
      once: { value: listen },
      on: { value: listen },
      env: { value: process.env },
    }) as NodeJS.Process,
    /** Resolves when something in what it wrote to stdout fits. */
    says: (pattern: RegExp) =>
      new Promise<void>((resolve) => {
        output.on('data', () => pattern.test(written) && resolve());
      }),
    /** Writes to its stdin. */
    say: (line: string) => input.write(`${line}\n`),
    /** As its host does: SIGTERM, and nothing more on stdin. */
    async end(): Promise<void> {
      input.end();
      await Promise.all(stops.splice(0).map((stop) => stop()));
    },
    restore(): void {
      Object.defineProperties(process, { stdin: { value: stdin }, stdout: { value: stdout } });
      setEnvironment(env);
    },
  };
}

function setEnvironment(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
}

type Options = { port?: number | string };

function movePorts() {
  const { listen } = Server.prototype;
  const { connect } = Socket.prototype;
  const moved = new Map<number, number>();
  const servers = new Set<Server>();
  const rewritten = (args: unknown[], to: (port: number) => number): unknown[] => {
    const [first, ...others] = args;
    // How one function of Node hands arguments to another.
    if (Array.isArray(first)) {
      first[0] = rewritten([first[0]], to)[0];
      return args;
    }
    if (typeof first === 'number') return [to(first), ...others];
    const { port } = (first ?? {}) as Options;
    return port === undefined
      ? args
      : [{ ...(first as Options), port: to(Number(port)) }, ...others];
  };
  Server.prototype.listen = function (this: Server, ...args: unknown[]) {
    let named = 0;
    const own = rewritten(args, (port) => {
      named = port;
      return 0;
    });
    servers.add(this.once('close', () => servers.delete(this)));
    this.once('listening', () => moved.set(named, (this.address() as AddressInfo).port));
    return Reflect.apply(listen, this, own);
  } as typeof listen;
  Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
    return Reflect.apply(
      connect,
      this,
      rewritten(args, (port) => moved.get(port) ?? port),
    );
  } as typeof connect;
  return {
    moved,
    async closeServers(): Promise<void> {
      const closing = [...servers].map((server) => new Promise((done) => server.close(done)));
      for (const server of servers)
        (server as { closeAllConnections?(): void }).closeAllConnections?.();
      await Promise.all(closing);
    },
    restore(): void {
      Server.prototype.listen = listen;
      Socket.prototype.connect = connect;
    },
  };
}
