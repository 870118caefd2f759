/** Where the subscription points; the balancer before the workers answers there. */
export const hookUrl = 'https://fleet.example/hooks/opentrain';

export const eventTypes = ['proposal.received', 'proposal.status_changed'] as const;

/** What a worker tells its parent: of each event whether it hangs in the middle of it, to be killed there. */
export type Told = { port: number } | { began: string; hangs: boolean } | { trouble: string };

/** What a worker is told: to hang in its next event, or not to. */
export type Order = 'hang' | 'go on';
