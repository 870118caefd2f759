/** Where the subscription points; the balancer before the workers answers there. */
export const hookUrl = 'https://fleet.example/hooks/opentrain';

export const eventTypes = ['proposal.received', 'proposal.status_changed'] as const;

/** What a worker tells its parent. */
export type Told = { port: number } | { began: string } | { trouble: string };
