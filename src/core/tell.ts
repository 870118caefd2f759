/**
 * Calls a listener, whose own trouble is nobody else's.
 *
 * @returns what it threw, once it is done
 */
export async function tell<A extends unknown[]>(
  listener: ((...args: A) => unknown) | undefined,
  ...args: A
): Promise<unknown> {
  try {
    await listener?.(...args);
    return undefined;
  } catch (error) {
    return error;
  }
}
