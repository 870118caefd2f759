import type { Command } from 'commander';
import { addCallFlags, addOutputFlags } from '../../common-flags.ts';
import { leafAt } from '../../derive/tree.ts';
import { addExamples } from '../../examples.ts';

/** `auth register|claim|claim-status|login|logout|revoke`; each is loaded when it runs. */
export function addAuth(root: Command): void {
  const register = leafAt(
    root,
    'auth register',
    'create an account for an agent, and keep its token',
  )
    .option('--agent-name <name>', 'shown to the human on the claim page')
    .option('--name <name>', 'the same as --agent-name')
    .option('--org-name <name>', 'name of the new employer account')
    .option('--organization-name <name>', 'the same as --org-name')
    .option('--force', 'also when credentials are kept already; they are replaced');
  addCallFlags(register);
  addExamples(register, ["trainyard opentrain auth register --agent-name 'Label Scout'"]);
  register.action(async (flags) => (await import('./auth-register.ts')).register(flags));

  const claim = leafAt(root, 'auth claim', 'e-mail the owner an invitation to claim the account')
    .requiredOption('--email <address>', "the owner's address")
    .option('--claim-token <token>', 'default: the kept one; - reads it from stdin');
  addCallFlags(claim);
  addExamples(claim, ['trainyard opentrain auth claim --email ada@meadow.example']);
  claim.action(async (flags) => (await import('./auth-claim.ts')).claim(flags));

  const status = leafAt(
    root,
    'auth claim-status',
    'ask whether the claim is done, and keep its token',
  )
    .option('--wait', 'ask again until it is')
    .option('--timeout <seconds>', 'how long to wait', '1800')
    .option('--claim-token <token>', 'default: the kept one; - reads it from stdin');
  addCallFlags(status);
  addExamples(status, ['trainyard opentrain auth claim-status --wait']);
  status.action(async (flags) => (await import('./auth-claim.ts')).claimStatus(flags));

  const login = leafAt(root, 'auth login', 'check a token, and keep it')
    .option('--api-key <token>', 'better left out: then it is asked for, or read from stdin')
    .option('--token <token>', 'the same as --api-key');
  addCallFlags(login);
  addExamples(login, [
    'trainyard opentrain auth login',
    'trainyard opentrain auth login < token.txt',
  ]);
  login.action(async (flags) => (await import('./auth-login.ts')).login(flags));

  const logout = leafAt(root, 'auth logout', 'delete the kept credentials; the token stays valid');
  addOutputFlags(logout);
  addExamples(logout, ['trainyard opentrain auth logout']);
  logout.action(async (flags) => (await import('./auth-login.ts')).logout(flags));

  const revoke = leafAt(root, 'auth revoke', 'end a token for good, by showing it');
  addCallFlags(revoke);
  addExamples(revoke, ['trainyard opentrain auth revoke < token.txt']);
  revoke.action(async (flags) => (await import('./auth-login.ts')).revoke(flags));
}
