/** For `vi.waitFor`, whose own second is short on a busy machine. What never comes is told all the same. */
export const patient = { timeout: 30_000, interval: 20 } as const;
