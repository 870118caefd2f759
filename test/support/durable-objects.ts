/** What a Durable Object's class is given here. */
interface State {
  storage: {
    get(key: string): Promise<never>;
    put(key: string, value: unknown): Promise<void>;
    setAlarm(at: number): Promise<void>;
    deleteAll(): Promise<void>;
  };
}

interface DurableObject {
  fetch(request: Request): Promise<Response>;
  alarm(): Promise<void>;
}

/** The binding of a Durable Object's class, in this process: an object for each name, a call at a time for each. */
export class DurableObjects {
  readonly #objects = new Map<string, { object: DurableObject; last: Promise<unknown> }>();
  readonly #alarms = new Map<string, number>();
  readonly #class: new (
    state: State,
  ) => DurableObject;

  constructor(ofClass: new (state: State) => DurableObject) {
    this.#class = ofClass;
  }

  idFromName(name: string): string {
    return name;
  }

  get(id: unknown) {
    const name = String(id);
    const held = this.#objects.get(name) ?? { object: this.#made(name), last: Promise.resolve() };
    this.#objects.set(name, held);
    return {
      fetch: (request: Request) => {
        const answered = held.last.then(() => held.object.fetch(request));
        held.last = answered.catch(() => {});
        return answered;
      },
    };
  }

  /** Rings what is due. */
  async ring(now: number): Promise<void> {
    for (const [name, at] of this.#alarms) {
      if (at > now) continue;
      this.#alarms.delete(name);
      await this.#objects.get(name)?.object.alarm();
    }
  }

  #made(name: string): DurableObject {
    const kept = new Map<string, unknown>();
    return new this.#class({
      storage: {
        get: async (key) => kept.get(key) as never,
        put: async (key, value) => void kept.set(key, structuredClone(value)),
        setAlarm: async (at) => void this.#alarms.set(name, at),
        deleteAll: async () => kept.clear(),
      },
    });
  }
}
