/**
 * Numbers a sandbox may be given in place of the documented (or assumed) ones, by dotted name:
 * `bodyBytes`, `deliveryTimeoutMs`, `rate.jobs.search`, `opentrain.publishPerDay`, …
 */
export type Limits = Readonly<Record<string, number>>;

/** Looks a limit up. */
export type Limit = (name: string, otherwise: number) => number;

export const limitsFrom =
  (limits: Limits = {}): Limit =>
  (name, otherwise) =>
    limits[name] ?? otherwise;
