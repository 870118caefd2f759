import type { Clock } from 'trainyard';

/** The people outside the API (owner, trainers, technicians), and the sandbox's clock, all over HTTP. */
export interface Human {
  /** Does what a person would do, by the name of the sandbox's control. */
  does<T>(control: string, ...args: unknown[]): Promise<T>;
  /** Sandbox time, for clients: a client that sleeps moves the clock, so that nothing really waits. */
  clock: Clock;
}

export function human(url: string): Human {
  const post = async <T>(control: string, body: unknown): Promise<T> => {
    const response = await fetch(`${url}/_sandbox/${control}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as T & { error?: string };
    if (!response.ok) throw new Error(`${control}: ${answer.error}`);
    return answer;
  };
  let now = Date.parse('2026-06-01T09:00:00Z');
  return {
    does: (control, ...args) => post(control, args),
    clock: {
      now: () => now,
      async sleep(ms, signal) {
        signal?.throwIfAborted();
        const moved = await post<{ now: string }>('clock/advance', { by: Math.ceil(ms) });
        now = Date.parse(moved.now);
      },
    },
  };
}
