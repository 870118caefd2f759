import { ApiClient } from '../core/api-client.ts';
import type { ClientOptions } from '../core/client-options.ts';
import { Transport } from '../core/transport.ts';
import { Agent } from './agent.ts';
import { Approvals } from './approvals.ts';
import { Auth } from './auth.ts';
import { Contracts } from './contracts.ts';
import { CreditsResource } from './credits.ts';
import type { DiscoverOptions, Discovery } from './discover.ts';
import { Freelancers } from './freelancers.ts';
import { JobDrafts } from './job-drafts.ts';
import { Jobs } from './jobs.ts';
import { Messages } from './messages.ts';
import { Milestones } from './milestones.ts';
import { Payments } from './payments.ts';
import { opentrain, wire } from './product.ts';
import { Proposals } from './proposals.ts';
import { TeamResource } from './team.ts';
import { Tokens } from './tokens.ts';
import { Updates } from './updates.ts';
import { Webhooks } from './webhooks.ts';

/** What an `OpenTrain` client takes. */
export interface OpenTrainOptions extends ClientOptions {
  /**
   * A personal token, `ot_pat_…`. Default: the environment's `OT_API_TOKEN`, else
   * `OPENTRAIN_API_TOKEN`. Without any, calls that need none still work.
   */
  token?: string | undefined;
}

/**
 * The Public API of OpenTrain, by which agents hire AI trainers.
 *
 * What spends money answers an `ApprovalRequest`: a human confirms it in the app, the client waits.
 *
 * @throws InvalidArgumentError when the token is of another kind, or `baseUrl` is unsafe
 *
 * @example
 * ```ts
 * import { OpenTrain } from 'trainyard';
 *
 * const ot = new OpenTrain(); // reads OT_API_TOKEN
 * const draft = await ot.jobDrafts.create({ text: 'Label 20,000 street photos, 5 cents each.' });
 * ```
 */
export class OpenTrain extends ApiClient {
  /** Register, have a human claim the account, end tokens. */
  readonly agent: Agent;
  /** Who the token speaks for. */
  readonly auth: Auth;
  /** Personal tokens of the account. */
  readonly tokens: Tokens;
  /** Jobs before they are published. */
  readonly jobDrafts: JobDrafts;
  /** The marketplace and the account's jobs. */
  readonly jobs: Jobs;
  /** What AI trainers offer; hire from here. */
  readonly proposals: Proposals;
  /** Profiles of AI trainers. */
  readonly freelancers: Freelancers;
  /** Conversations. */
  readonly messages: Messages;
  /** Contracts with hired AI trainers. */
  readonly contracts: Contracts;
  /** Fund and pay out. */
  readonly milestones: Milestones;
  /** What waits for a human's word. */
  readonly approvals: Approvals;
  /** What happens to the account, as a feed. */
  readonly updates: Updates;
  /** Prepaid money. */
  readonly credits: CreditsResource;
  /** Invoices that are not settled. */
  readonly payments: Payments;
  /** Subscribe URLs to events, and verify what they receive. */
  readonly webhooks: Webhooks;
  /** The people of the account. */
  readonly team: TeamResource;

  constructor(options: OpenTrainOptions = {}) {
    const api = new Transport(opentrain(options.token), options);
    super(api);
    this.agent = new Agent(api);
    this.auth = new Auth(api);
    this.tokens = new Tokens(api);
    this.jobDrafts = new JobDrafts(api);
    this.jobs = new Jobs(api);
    this.proposals = new Proposals(api);
    this.freelancers = new Freelancers(api);
    this.messages = new Messages(api);
    this.contracts = new Contracts(api);
    this.milestones = new Milestones(api);
    this.approvals = new Approvals(api);
    this.updates = new Updates(api);
    this.credits = new CreditsResource(api);
    this.payments = new Payments(api);
    this.webhooks = new Webhooks(api);
    this.team = new TeamResource(api);
  }

  /**
   * Reads what a deployment tells about itself: the two `.well-known` documents, and where its guides
   * and its API description are. Needs no token. What is missing is `undefined`. Source: the
   * addresses are documented; names within the documents are inferred.
   *
   * @param baseUrl default: the environment's `OT_API_BASE_URL`, else the vendor's own
   * @throws ConnectionError, RateLimitError or ServerError when the deployment can't be asked
   *
   * @example
   * ```ts
   * const { authorizationServer, llmsTxt } = await OpenTrain.discover();
   * ```
   */
  static async discover(baseUrl?: string, options?: DiscoverOptions): Promise<Discovery> {
    // Loaded on first use: most clients never ask.
    const { discover } = await import('./discover.ts');
    return discover(new Transport({ ...wire, key: () => '' }, { ...options, baseUrl }));
  }
}
