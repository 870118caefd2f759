import {
  InMemoryServerEventBus,
  type ServerEvent,
  type ServerEventBus,
} from '@modelcontextprotocol/server';

/** What clients are told about while they are connected: that the tools have changed, that a resource has. */
export class Changes implements ServerEventBus {
  readonly #bus = new InMemoryServerEventBus();
  readonly #onWatched: (isWatched: boolean) => void;
  #watchers = 0;

  /** @param onWatched told when the first client watches resources, and when the last has stopped */
  constructor(onWatched: (isWatched: boolean) => void = () => {}) {
    this.#onWatched = onWatched;
  }

  publish(event: ServerEvent): void {
    this.#bus.publish(event);
  }

  subscribe(listener: (event: ServerEvent) => void): () => void {
    return this.#bus.subscribe(listener);
  }

  toolsChanged(): void {
    this.publish({ kind: 'tools_list_changed' });
  }

  resourceChanged(uri: string): void {
    this.publish({ kind: 'resource_updated', uri });
  }

  /** Notes that a client watches resources, until what it returns is called. */
  watch(): () => void {
    if (++this.#watchers === 1) this.#onWatched(true);
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      if (--this.#watchers === 0) this.#onWatched(false);
    };
  }
}
