/** How often each law is tried, at least. */
export const thousand = { numRuns: 1_000 } as const;

/** For what goes through HTTP besides. */
export const twoHundred = { numRuns: 200 } as const;

/** A law takes seconds; machines that are busy take their time. */
export const patience = { timeout: 120_000 } as const;
