const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Runs `act` when `signal` is aborted; returns what calls that off. However many wait, the signal
 * has one listener: Node warns of a leak at eleven, and a caller's signal may serve hundreds of calls.
 */
export function onAbort(signal: AbortSignal | undefined, act: () => void): () => void {
  if (signal === undefined) return () => {};
  const acts = waiting.get(signal) ?? new Set();
  waiting.set(signal, acts);
  if (acts.size === 0) signal.addEventListener('abort', runAll);
  acts.add(act);
  return () => {
    acts.delete(act);
    if (acts.size === 0) signal.removeEventListener('abort', runAll);
  };
}

/**
 * Has `signal` abort `controller` too; returns what calls that off. `AbortSignal.any()` would leave
 * an entry on the signal for each use, for as long as the signal lives (measured on Node 20).
 */
export function follow(signal: AbortSignal | undefined, controller: AbortController): () => void {
  if (signal?.aborted) controller.abort(signal.reason);
  return onAbort(signal, () => controller.abort(signal?.reason));
}

function runAll({ target }: Event): void {
  for (const act of waiting.get(target as AbortSignal) ?? []) act();
}
