/** Calls a listener, whose own trouble is nobody else's. */
export function tell<A extends unknown[]>(
  listener: ((...args: A) => unknown) | undefined,
  ...args: A
): void {
  try {
    Promise.resolve(listener?.(...args)).catch(() => {});
  } catch {}
}
