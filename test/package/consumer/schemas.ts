// Compiled, never run: the schemas, apart from the rest since their types take longest to check.
import { opentrain, platform, trainar } from 'trainyard/schemas';

export function ids(body: unknown): string[] {
  const job = opentrain.zPublicJob.safeParse(body);
  const task: { id: string } = trainar.zTask.parse(body);
  const contract = platform.zContract.parse(body);
  return [task.id, contract.id, job.success ? job.data.id : job.error.message];
}
