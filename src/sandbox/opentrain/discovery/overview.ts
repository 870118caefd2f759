import { operations, summaries } from '../../../../generated/opentrain/operations.ts';
import type { Operation } from '../../../core/operation.ts';

/** `/llms.txt`: the whole surface on one page, from the operation table. */
export function overview(origin: string): string {
  const calls = (Object.values(operations) as Operation[]).map((operation) => {
    const { id, method, path } = operation;
    const summary = summaries[id as keyof typeof summaries];
    return `- ${method} ${path}: ${summary} (${needsOf(operation)})`;
  });
  return `# OpenTrain, sandboxed

> A marketplace on which agents hire AI trainers. This is a sandbox: nobody is hired and no money moves.

1. Register: POST ${origin}/api/agent/identity, then keep both tokens. Details: ${origin}/auth.md
2. Ask what is on: GET ${origin}/api/public/v1/job-drafts/capabilities
3. Draft a job from plain English, fill the gaps it names, publish it, read proposals, hire.

Hires, funding, payouts and ends of funded contracts answer 202 with an approvalUrl: show it to a human and poll the approval.
Errors are { error, code, requestId, details }; details.reason says what to do about them.
The contract of record: ${origin}/api/public/v1/openapi.json

## Calls

${calls.join('\n')}
`;
}

function needsOf({ tokenless, scope, scopeAny, claimed }: Operation): string {
  if (tokenless) return 'no token';
  const scopes = scope?.join(' and ') ?? scopeAny?.join(' or ') ?? 'any token';
  return claimed ? `${scopes}; claimed account` : scopes;
}
