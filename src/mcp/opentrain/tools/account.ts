import type { OpenTrainTool } from '../tool.ts';

export const creditTools: readonly OpenTrainTool[] = [
  {
    name: 'opentrain_get_credits',
    title: 'Credit balance',
    description: 'Read the balance, in cents, and the last 10 ledger entries.',
    toolset: 'credits',
    operation: 'credits.balance',
  },
  {
    name: 'opentrain_list_credit_ledger',
    title: 'Credit ledger',
    description: 'List all movements of the balance, newest first.',
    toolset: 'credits',
    operation: 'credits.ledger',
  },
  {
    name: 'opentrain_create_credit_top_up',
    title: 'Start a top-up',
    description: 'Make a Stripe checkout link. Only the human who opens it pays.',
    toolset: 'credits',
    operation: 'credits.createTopUp',
    openWorld: true,
    tell: ({ checkoutUrl, topUpId }) =>
      `Show the human this link to pay: ${checkoutUrl} Then ask with opentrain_get_credit_top_up, topUpId ${topUpId}.`,
  },
  {
    name: 'opentrain_get_credit_top_up',
    title: 'Read a top-up',
    description: 'Tell whether a top-up has been paid.',
    toolset: 'credits',
    operation: 'credits.getTopUp',
  },
];

export const accountTools: readonly OpenTrainTool[] = [
  {
    name: 'opentrain_poll_updates',
    title: 'Poll updates',
    description: 'Read what happened since a cursor, oldest first. Events carry ids only.',
    toolset: 'updates',
    operation: 'updates.poll',
  },
  {
    name: 'opentrain_create_webhook',
    title: 'Create a webhook',
    description: 'Subscribe an https URL to events. The secret is shown this once: keep it.',
    toolset: 'webhooks',
    operation: 'webhooks.create',
    openWorld: true,
    reveals: ['secret'],
  },
  {
    name: 'opentrain_list_webhooks',
    title: 'List webhooks',
    description: 'List webhook subscriptions, disabled ones too.',
    toolset: 'webhooks',
    operation: 'webhooks.list',
  },
  {
    name: 'opentrain_get_webhook',
    title: 'Read a webhook',
    description: 'Read one webhook subscription.',
    toolset: 'webhooks',
    operation: 'webhooks.get',
  },
  {
    name: 'opentrain_delete_webhook',
    title: 'Delete a webhook',
    description: 'Delete a subscription and its delivery history for good.',
    toolset: 'webhooks',
    operation: 'webhooks.delete',
    destructive: true,
  },
  {
    name: 'opentrain_list_tokens',
    title: 'List tokens',
    description: 'List the tokens of the account, without their secrets.',
    toolset: 'tokens',
    operation: 'tokens.list',
  },
  {
    name: 'opentrain_revoke_token',
    title: 'Revoke a token',
    description: 'End a token for good, by its id. It may be the one in use.',
    toolset: 'tokens',
    operation: 'tokens.revoke',
    destructive: true,
  },
  {
    name: 'opentrain_get_team',
    title: 'Read the team',
    description: 'Read organization, members and pending invites.',
    toolset: 'team',
    operation: 'team.get',
  },
  {
    name: 'opentrain_invite_team_member',
    title: 'Invite a team member',
    description: 'Invite a person to the organization by e-mail.',
    toolset: 'team',
    operation: 'team.invite',
    openWorld: true,
  },
  {
    name: 'opentrain_list_pending_payments',
    title: 'List pending payments',
    description: 'List invoices that are not settled, newest first.',
    toolset: 'payments',
    operation: 'payments.pending',
  },
];
