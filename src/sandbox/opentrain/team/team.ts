import type { Team as TeamView } from '../../../../generated/opentrain/types.ts';
import { openTrainLimit } from '../limits.ts';
import { conflict } from '../refusals.ts';
import type { AccountFacts, World } from '../world.ts';

/** A member other than the owner, who is known from the account. */
export interface MemberRow {
  readonly accountId: string;
  readonly userId: string;
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  readonly joinedAt: string;
}

/** An invitation that nobody accepted yet. */
export interface InviteRow {
  readonly id: string;
  readonly accountId: string;
  /** Lower case. */
  readonly email: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** What a control set for a team. */
export interface TeamSettings {
  readonly accountId: string;
  readonly enabled: boolean;
  /** How many of the next invitation mails fail. */
  readonly mailFailures: number;
}

/** What an invite led to. */
export type InviteOutcome = 'invite_created' | 'member_added' | 'already_member';

const dayMs = 86_400_000;

/** Who belongs to an account's organization, beside its owner. */
export class Team {
  readonly #world: World;
  readonly #members;
  readonly #invites;
  readonly #settings;

  constructor(world: World) {
    const { store } = world.kernel;
    this.#world = world;
    this.#members = store.table('opentrain.teamMembers', {
      key: (row: MemberRow) => `${row.accountId}|${row.email}`,
      indexes: { account: { on: (row) => row.accountId } },
    });
    this.#invites = store.table('opentrain.teamInvites', {
      key: (row: InviteRow) => `${row.accountId}|${row.email}`,
      indexes: { account: { on: (row) => row.accountId } },
    });
    this.#settings = store.table('opentrain.teamSettings', {
      key: (row: TeamSettings) => row.accountId,
    });
  }

  settings(accountId: string): TeamSettings {
    return this.#settings.get(accountId) ?? { accountId, enabled: true, mailFailures: 0 };
  }

  configure(accountId: string, change: Partial<Omit<TeamSettings, 'accountId'>>): void {
    const settings = { ...this.settings(accountId), ...change };
    this.#settings.delete(accountId);
    this.#settings.insert(settings);
  }

  /**
   * Invites by address: somebody with an account joins at once. An address invited already gets a
   * new mail and a new seven days (inferred).
   *
   * @throws Refusal 409 `invite_email_send_failed`.
   */
  invite(account: AccountFacts, address: string): InviteOutcome {
    const email = address.toLowerCase();
    const key = `${account.id}|${email}`;
    if (email === account.ownerEmail?.toLowerCase() || this.#members.get(key)) {
      return 'already_member';
    }
    const user = this.#world.accounts.userByEmail(email);
    if (user) {
      this.#join(account.id, email, user);
      return 'member_added';
    }
    this.#mail(account.id);
    this.#invites.delete(key);
    const { clock, limit, random } = this.#world.kernel;
    const now = clock.now();
    this.#invites.insert({
      id: random.stream('opentrain.team').id('tin_'),
      accountId: account.id,
      email,
      createdAt: clock.iso(now),
      expiresAt: clock.iso(now + openTrainLimit(limit, 'inviteDays') * dayMs),
    });
    return 'invite_created';
  }

  /** The invited person accepts. @returns whether there was an invite that still held. */
  accept(accountId: string, address: string, name: string): boolean {
    const email = address.toLowerCase();
    if (!this.#openInvites(accountId).some((invite) => invite.email === email)) return false;
    const userId = this.#world.kernel.random.stream('opentrain.team').id('usr_');
    this.#join(accountId, email, { userId, name });
    return true;
  }

  view(account: AccountFacts): TeamView {
    const { id, organizationId, name, ownerUserId, ownerEmail, createdAt } = account;
    const ownerName = account.ownerName ?? name;
    const owner = { userId: ownerUserId, role: 'OWNER', name: ownerName, joinedAt: createdAt };
    const others = [...this.#members.walk('account', id)].map((member) => ({
      userId: member.userId,
      role: 'MEMBER',
      name: member.name,
      email: member.email,
      joinedAt: member.joinedAt,
    }));
    return {
      organization: { id: organizationId, name, ownerUserId, ownerName },
      // Before the claim there is no person yet, only an agent.
      members: ownerEmail === null ? others : [{ ...owner, email: ownerEmail }, ...others],
      invites: this.#openInvites(id).map((invite) => ({
        id: invite.id,
        email: invite.email,
        createdAt: invite.createdAt,
        expiresAt: invite.expiresAt,
      })),
    };
  }

  #openInvites(accountId: string): InviteRow[] {
    const now = this.#world.kernel.clock.iso();
    return [...this.#invites.walk('account', accountId)].filter(({ expiresAt }) => now < expiresAt);
  }

  #join(accountId: string, email: string, { userId, name }: { userId: string; name: string }) {
    this.#invites.delete(`${accountId}|${email}`);
    const joinedAt = this.#world.kernel.clock.iso();
    this.#members.insert({ accountId, userId, name, email, joinedAt });
  }

  #mail(accountId: string): void {
    const { mailFailures } = this.settings(accountId);
    if (mailFailures === 0) return;
    this.configure(accountId, { mailFailures: mailFailures - 1 });
    throw conflict('invite_email_send_failed', 'The invitation could not be mailed: try again.');
  }
}
