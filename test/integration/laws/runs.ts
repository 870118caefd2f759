/** Laws are checked on the same stories every time: a failure can be seen again. */
export const seed = 20_260_601;

/** How often each law is tried, at least. */
export const thousand = { seed, numRuns: 1_000 } as const;

/** For what goes through HTTP besides. */
export const twoHundred = { seed, numRuns: 200 } as const;

/** A law takes seconds; machines that are busy take their time. */
export const patience = { timeout: 120_000 } as const;
