import {
  capabilityFeatures,
  grantedBy,
  operations,
} from '../../../generated/opentrain/operations.ts';
import type { Operation } from '../../core/operation.ts';
import type { Account } from './account.ts';
import type { OpenTrainTool } from './tool.ts';

/** What a token may do, as far as it is known. */
export interface Grants {
  /** Absent without a token. */
  readonly scopes?: ReadonlySet<string>;
  /** Features that are switched off. */
  readonly off: ReadonlySet<string>;
  /** Whether a human can still claim the account, and with it unlock more. */
  readonly claimable: boolean;
}

/** Whether a tool can be used: now, after a claim, or not with this account and token. */
export type Use = 'now' | 'after-claim' | 'never';

const afterClaim: readonly string[] = grantedBy['agent.pollClaim'];

/** Whether a finished claim brings a scope. */
export const claimGrants = (scope: string) => afterClaim.includes(scope);

/** A `:write` scope covers the `:read` of the same resource. */
const covers = (scopes: { has(scope: string): boolean }, scope: string) =>
  scopes.has(scope) || (scope.endsWith(':read') && scopes.has(scope.replace(/read$/, 'write')));

export function useOf(tool: OpenTrainTool, grants: Grants): Use {
  const { tokenless, scope, scopeAny, feature, claimed }: Operation = operations[tool.operation];
  if (tokenless) return 'now';
  const { scopes, off, claimable } = grants;
  if (!scopes || (feature !== undefined && off.has(feature))) return 'never';
  const allows = (held: { has(scope: string): boolean }) =>
    (scope ?? []).every((one) => covers(held, one)) &&
    (!scopeAny || scopeAny.some((one) => covers(held, one)));
  if (allows(scopes) && !(claimed && claimable)) return 'now';
  return claimable && allows(new Set(afterClaim)) ? 'after-claim' : 'never';
}

/** How long the tools wait for an answer to what the token may do, before they are all offered. */
const timeoutMs = 5_000;

/** Knows what the account may do, and asks the platform anew when that may have changed. */
export class Availability {
  readonly #account: Account;
  readonly #onChange: () => void;
  #known: { key: string; grants: Promise<Grants | undefined> } | undefined;
  #told: string | undefined;

  constructor(account: Account, onChange: () => void) {
    this.#account = account;
    this.#onChange = onChange;
  }

  /** `undefined` when it can't be found out: then nothing is kept from the agent. */
  async current(): Promise<Grants | undefined> {
    const settings = await this.#account.settings().catch(() => undefined);
    if (!settings) return undefined;
    const key = `${settings.baseUrl} ${settings.token}`;
    if (this.#known?.key !== key) this.#known = { key, grants: this.#ask(settings.token) };
    const grants = await this.#known.grants;
    // A platform that could not be reached may be reached the next time.
    if (!grants && this.#known?.key === key) this.#known = undefined;
    this.#told = written(grants);
    return grants;
  }

  /** Looks again, and tells of a change. */
  async refresh(): Promise<void> {
    const before = this.#told;
    this.#known = undefined;
    await this.current();
    if (this.#told !== before) this.#onChange();
  }

  async #ask(token: string | undefined): Promise<Grants | undefined> {
    if (token === undefined) return { off: new Set(), claimable: false };
    try {
      const options = { timeoutMs, maxRetries: 0 };
      const [me, capabilities, saved] = await Promise.all([
        this.#account.request('auth.me', {}, options),
        // Off itself where drafting is off.
        this.#account.request('jobDrafts.capabilities', {}, options).catch(() => undefined),
        this.#account.file.read().catch(() => undefined),
      ]);
      const { scopes } = me.token as { scopes: string[] };
      const flags = (capabilities?.capabilities ?? {}) as Record<string, unknown>;
      const off = Object.entries(capabilityFeatures).filter(([flag]) => flags[flag] === false);
      return {
        scopes: new Set(scopes),
        off: new Set(off.map(([, feature]) => feature)),
        claimable: saved?.claimToken !== undefined && saved.apiToken === token,
      };
    } catch {
      return undefined;
    }
  }
}

function written(grants: Grants | undefined): string {
  return JSON.stringify(
    grants && [[...(grants.scopes ?? ['none'])], [...grants.off], grants.claimable],
  );
}
