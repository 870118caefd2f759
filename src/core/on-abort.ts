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

function runAll({ target }: Event): void {
  for (const act of waiting.get(target as AbortSignal) ?? []) act();
}
