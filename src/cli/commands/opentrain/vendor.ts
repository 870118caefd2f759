import type { CommandNames } from '../../derive/names.ts';

/**
 * Names of the vendor's own command line, so that a script moves over by a prefix. Documented are the
 * commands of `auth`, `whoami`, `jobs draft create`, `jobs draft update`, `jobs publish`, `messages read`
 * and `tokens revoke`; the other names are inferred.
 */
export const vendorNames: Readonly<Record<string, CommandNames>> = {
  // They keep what they are handed in the credentials file.
  'agent.register': { command: 'auth register', byHand: true },
  'agent.startClaim': { command: 'auth claim', byHand: true },
  'agent.pollClaim': { command: 'auth claim-status', byHand: true },
  'agent.revoke': { command: 'auth revoke', byHand: true },
  'auth.me': { command: 'auth status', aliases: ['whoami'] },
  'jobDrafts.capabilities': { command: 'capabilities' },
  'jobDrafts.create': {
    command: 'jobs draft create',
    byHand: true,
    look: 'jobs list --status DRAFT',
  },
  'jobDrafts.update': { command: 'jobs draft update' },
  'jobs.search': { flags: { q: 'query' } },
  'jobs.listMine': { command: 'jobs list' },
  'jobs.invite': { aliases: ['freelancers invite'] },
  'jobs.listProposals': { command: 'proposals list' },
  'proposals.openConversation': {
    command: 'proposals conversation',
    aliases: ['messages start'],
  },
  'proposals.hire': {
    flags: {
      'milestone.amount': 'amount',
      'milestone.name': 'name',
      'milestone.description': 'description',
      'milestone.dueDate': 'due-date',
    },
  },
  'freelancers.get': { flags: { idOrSlug: 'id' } },
  'messages.list': { command: 'messages read', positional: 'conversationId' },
  'messages.send': { positional: 'conversationId' },
  'contracts.createMilestone': { command: 'milestones create' },
  'credits.createTopUp': { command: 'credits top-up' },
  'credits.getTopUp': { command: 'credits top-up-status' },
  'team.get': { command: 'team list' },
};
