import {
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  type InputRequiredResult,
  inputRequired,
} from '@modelcontextprotocol/server';
import { TimeoutError } from '../../core/connection-error.ts';
import type { JsonSchema } from '../../core/json-schema.ts';
import { ApprovalDeclinedError, ApprovalExpiredError } from '../../opentrain/approval-errors.ts';
import { type ApprovalOf, waitForApproval } from '../../opentrain/approval-request.ts';
import { reportProgress } from './progress.ts';
import type { Answer, Run } from './tool.ts';

/** How long a call may wait for the human. */
export const waitSeconds: JsonSchema = {
  type: 'integer',
  minimum: 0,
  maximum: 600,
  default: 0,
  description: 'Wait so long for the human, 0: answer at once',
};

/** How long a client may leave the question open. */
const questionMs = 600_000;

/** Approvals that are remembered. */
const mostApprovals = 100;

/** What travels with the question whether the human opens the link. */
interface Asked {
  tool: string;
  answer: Answer;
}

/**
 * Asks the platform for an approval, puts its address to the human where the client can do that, and waits as
 * long as it was told to. What the human answers the client is no consent: that is given on the platform only.
 */
export async function requestApproval(run: Run): Promise<Answer | InputRequiredResult> {
  const { args, call, request, tool, states } = run;
  const { waitSeconds: _, ...terms } = args;
  const { mcpReq } = call.context;
  const asked = mcpReq.requestState<Asked>();
  // The client comes back with the human's answer: the platform was asked before.
  if (asked?.tool === tool.name) return decided(run, asked.answer);
  const answer = await request(tool.operation, terms);
  const approval = answer.approval as ApprovalOf | undefined;
  if (approval?.status !== 'pending') return answer;
  const { approvals } = run.account;
  if (!approvals.includes(approval.id)) approvals.unshift(approval.id);
  approvals.length = Math.min(approvals.length, mostApprovals);
  const question = {
    message: `${tool.title}: confirm or decline on OpenTrain. Nothing happens before you confirm.`,
    url: approval.approvalUrl,
  };
  const envelope = mcpReq.envelope as Record<string, ClientCapabilities> | undefined;
  if (envelope?.[CLIENT_CAPABILITIES_META_KEY]?.elicitation?.url) {
    return inputRequired({
      inputRequests: { approval: inputRequired.elicitUrl(question) },
      requestState: await states.mint({ tool: tool.name, answer }),
    });
  }
  if (!envelope && call.server.getClientCapabilities()?.elicitation?.url) {
    // Not waited for: the answer of the call must not hang on a window that nobody looks at.
    const asking = { mode: 'url' as const, elicitationId: approval.id, ...question };
    // Beside the answer: a client need not have a stream open for all else, and over HTTP what finds none is lost.
    const beside = { relatedRequestId: mcpReq.id };
    mcpReq.elicitInput(asking, { timeout: questionMs, ...beside }).catch(() => {});
    const answered = await decided(run, answer);
    if ((answered.approval as ApprovalOf).status !== 'pending') {
      // The client closes its window.
      await call.server
        .createElicitationCompletionNotifier(approval.id, beside)()
        .catch(() => {});
    }
    return answered;
  }
  return decided(run, answer);
}

/** Reads an approval, and waits for it to be decided when told to. */
export async function waitForDecision(run: Run): Promise<Answer> {
  const { waitSeconds: _, ...args } = run.args;
  return decided(run, await run.request(run.tool.operation, args));
}

/** The answer with the approval as it is when the wait is over. */
async function decided(run: Run, answer: Answer): Promise<Answer> {
  const approval = answer.approval as ApprovalOf;
  const seconds = Number(run.args.waitSeconds ?? 0);
  if (approval.status !== 'pending' || seconds === 0) return answer;
  return { ...answer, approval: await waited(run, approval, seconds) };
}

async function waited(run: Run, approval: ApprovalOf, seconds: number): Promise<ApprovalOf> {
  const { call, account } = run;
  let seen = approval;
  const progress = reportProgress(call, account.clock, seconds);
  try {
    return await waitForApproval(await account.transport(), approval.id, {
      timeoutMs: seconds * 1000,
      signal: call.context.mcpReq.signal,
      onPoll(latest) {
        seen = latest;
      },
    });
  } catch (error) {
    // A decision against it is an answer, and so is that there is none yet.
    if (error instanceof ApprovalDeclinedError || error instanceof ApprovalExpiredError)
      return seen;
    if (error instanceof TimeoutError) return seen;
    throw error;
  } finally {
    progress.stop();
  }
}

/** What became of an approval, and what to do next. */
export function tellApproval(answer: Answer): string {
  const approval = answer.approval as ApprovalOf | undefined;
  if (!approval) return `Contract ${answer.contractId} is ended; nothing was funded.`;
  const { id, status, approvalUrl, expiresAt, result } = approval;
  switch (status) {
    case 'pending':
      return `Nothing has happened yet. A human has to confirm, signed in, at ${approvalUrl} (until ${expiresAt}): show them this link. Then ask with opentrain_get_approval, approvalId ${id}.`;
    case 'confirmed':
      return `The human has confirmed: ${JSON.stringify(result)}`;
    case 'declined':
      return 'The human has declined; nothing happened. Ask them what they would rather have before you ask for another approval.';
    default:
      return `The approval is ${status}; nothing happened. Ask anew if it is still wanted.`;
  }
}
