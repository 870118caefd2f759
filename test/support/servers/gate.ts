import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Gate {
  port: number;
  /** Nothing passes any more, either way, and nobody is told: a network that has parted. */
  shut(): void;
  /** Lets through what is asked, and no answer. */
  mute(): void;
  /** Lets through again whoever connects anew. What was said while it was shut is lost. */
  open(): void;
  stop(): Promise<void>;
}

/** A way to a server on this machine that can be shut. */
export async function startGate(target: number): Promise<Gate> {
  const callers = new Set<Socket>();
  let isOpen = true;
  let isMute = false;
  const server = createServer((caller) => {
    callers.add(caller);
    caller.once('close', () => callers.delete(caller)).on('error', () => {});
    if (!isOpen) return;
    const callee = connect(target, '127.0.0.1');
    caller.once('close', () => callee.destroy());
    callee.once('close', () => isOpen && caller.destroy()).on('error', () => {});
    caller.on('data', (bytes) => isOpen && callee.write(bytes));
    callee.on('data', (bytes) => isOpen && !isMute && caller.write(bytes));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const hangUp = () => {
    for (const caller of callers) caller.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    shut() {
      isOpen = false;
    },
    mute() {
      isMute = true;
    },
    open() {
      hangUp();
      isOpen = true;
      isMute = false;
    },
    async stop() {
      hangUp();
      server.close();
      await once(server, 'close');
    },
  };
}
