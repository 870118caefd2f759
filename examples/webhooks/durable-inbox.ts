import type { InboxClaim, WebhookInbox } from 'trainyard/webhooks';

const week = 7 * 24 * 60 * 60 * 1000;

/** What is used of a Durable Object's storage. */
interface Storage {
  get(key: 'note'): Promise<Note | undefined>;
  put(key: 'note', note: Note): Promise<void>;
  setAlarm(at: number): Promise<void>;
  deleteAll(): Promise<void>;
}

interface Note {
  done: boolean;
  owner: string | undefined;
  until: number;
  attempts: number;
}

type Step =
  | { does: 'claim'; leaseMs: number; owner: string | undefined }
  | { does: 'release'; owner: string | undefined }
  | { does: 'done' | 'attempts' };

/** A Durable Object that remembers one event: there is one of it in the world, and it takes one step at a time. */
export class EventInbox {
  readonly #storage: Storage;

  constructor({ storage }: { storage: Storage }) {
    this.#storage = storage;
  }

  async fetch(request: Request): Promise<Response> {
    const step = (await request.json()) as Step;
    return Response.json(await this.#take(step));
  }

  /** Nothing is remembered for ever. */
  alarm(): Promise<void> {
    return this.#storage.deleteAll();
  }

  // Between the reading and the writing of a note nothing else is waited for, so nothing else comes between.
  async #take(step: Step): Promise<InboxClaim | number | null> {
    const note = await this.#storage.get('note');
    const now = Date.now();
    switch (step.does) {
      case 'claim': {
        if (note?.done) return 'duplicate';
        const isOwn = step.owner !== undefined && note?.owner === step.owner;
        if (note && note.until > now && !isOwn) return 'busy';
        const attempts = (note?.attempts ?? 0) + (isOwn ? 0 : 1);
        await this.#keep({ done: false, owner: step.owner, until: now + step.leaseMs, attempts });
        return 'fresh';
      }
      case 'release': {
        const isOthers = step.owner !== undefined && note?.owner !== step.owner;
        if (note && !note.done && !isOthers) {
          await this.#keep({ ...note, owner: undefined, until: now });
        }
        return null;
      }
      case 'done':
        await this.#keep({ done: true, owner: undefined, until: now, attempts: 0 });
        return null;
      case 'attempts':
        return note?.attempts ?? 0;
    }
  }

  async #keep(note: Note): Promise<void> {
    await this.#storage.put('note', note);
    await this.#storage.setAlarm(note.until + week);
  }
}

/** What is used of the binding of a Durable Object's class. */
export interface EventInboxes {
  idFromName(name: string): unknown;
  get(id: unknown): { fetch(request: Request): Promise<Response> };
}

/** An inbox over them, an object for each event. */
export function durableInbox(inboxes: EventInboxes): WebhookInbox {
  const ask = async <T>(key: string, step: Step): Promise<T> => {
    const init = { method: 'POST', body: JSON.stringify(step) };
    const inbox = inboxes.get(inboxes.idFromName(key));
    const response = await inbox.fetch(new Request('https://inbox.internal/', init));
    return (await response.json()) as T;
  };
  return {
    claim: (key, leaseMs, owner) => ask(key, { does: 'claim', leaseMs, owner }),
    done: (key) => ask(key, { does: 'done' }),
    release: (key, owner) => ask(key, { does: 'release', owner }),
    attempts: (key) => ask(key, { does: 'attempts' }),
  };
}
