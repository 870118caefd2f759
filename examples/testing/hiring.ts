import { OpenTrain } from 'trainyard/opentrain';

/** Asks a human to hire whoever matches a job best. @returns the approval, or nothing when nobody applied. */
export async function askToHire(jobId: string, amount: number) {
  const ot = new OpenTrain(); // OT_API_TOKEN
  const proposals = await ot.jobs.listProposals(jobId, { status: 'UNREVIEWED' }).toArray();
  const [best] = proposals.sort(
    (a, b) => (b.metrics.matchScore ?? 0) - (a.metrics.matchScore ?? 0),
  );
  if (!best) return undefined;
  const { approval } = await ot.proposals.hire(best.id, { milestone: { name: 'Pilot', amount } });
  return approval;
}
