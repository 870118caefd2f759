/** What a worker did on a day. */
export interface Totals {
  seconds: number;
  labels: number;
  tasks: number;
}

/** A task as the labelling tool tells it. */
export interface Task {
  taskId: string;
  seconds: number;
  labels: number;
}

/** The work that was really done: what budgets are held against. Nothing of it is read from the service. */
export class Ledger {
  readonly #totals = new Map<string, Totals>();

  add(contractId: string, { seconds, labels }: Task): void {
    const totals = this.of(contractId);
    this.#totals.set(contractId, {
      seconds: totals.seconds + seconds,
      labels: totals.labels + labels,
      tasks: totals.tasks + 1,
    });
  }

  of(contractId: string): Totals {
    return this.#totals.get(contractId) ?? { seconds: 0, labels: 0, tasks: 0 };
  }
}

/** Tells the service of a task. */
export async function tell(url: string, key: string, task: Task) {
  const response = await fetch(`${url}/api/tasks`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(task),
  });
  const answer = (await response.json()) as { counted?: boolean };
  return { status: response.status, counted: answer.counted };
}

/** Numbers that look random and are the same every time. */
export function dice(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % most;
  };
}
