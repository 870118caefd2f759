import { ApiClient } from '../core/api-client.ts';
import type { ClientOptions } from '../core/client-options.ts';
import { Transport } from '../core/transport.ts';
import {
  type ConsentReturn,
  type ConsentUrlOptions,
  consentUrl,
  createState,
  parseConsentReturn,
} from './consent.ts';
import { Contracts } from './contracts.ts';
import { Installs } from './installs.ts';
import { platform } from './product.ts';
import { ProjectLinks } from './project-links.ts';
import { WebhookEndpoints } from './webhook-endpoints.ts';

/** What an `OpenTrainPlatform` client takes. */
export interface OpenTrainPlatformOptions extends ClientOptions {
  /**
   * An install's token, `ot_ptk_…`: what the customer was shown on consenting. Default: the
   * environment's `OT_PARTNER_TOKEN`, else `OPENTRAIN_PARTNER_TOKEN`.
   */
  token?: string | undefined;
}

/**
 * OpenTrain's Platform API, by which annotation platforms take in hired AI trainers and report their
 * work. One client is one customer: a token belongs to one install.
 *
 * @throws InvalidArgumentError when there is no token, it is of another kind, or `baseUrl` is unsafe
 *
 * @example
 * ```ts
 * import { OpenTrainPlatform } from 'trainyard';
 *
 * const platform = new OpenTrainPlatform({ token });
 * await platform.projectLinks.create({ externalProjectId: 'crosswalks-7', jobId });
 * ```
 */
export class OpenTrainPlatform extends ApiClient {
  /** The customer's consent. */
  readonly installs: Installs;
  /** Which project belongs to which job. */
  readonly projectLinks: ProjectLinks;
  /** Who works, what is funded, what was done. */
  readonly contracts: Contracts;
  /** Where events are posted, and whether to trust what arrives. */
  readonly webhookEndpoints: WebhookEndpoints;

  constructor(options: OpenTrainPlatformOptions = {}) {
    const api = new Transport(platform(options.token), options);
    super(api);
    this.installs = new Installs(api);
    this.projectLinks = new ProjectLinks(api);
    this.contracts = new Contracts(api);
    this.webhookEndpoints = new WebhookEndpoints(api);
  }

  /**
   * The page on which the owner of an organization connects an app. They are shown the token there,
   * once, and paste it into your settings; the redirect never carries it. Source: documented.
   *
   * @throws InvalidArgumentError when the slug, the redirect or the base URL can't be right
   *
   * @example
   * ```ts
   * const state = OpenTrainPlatform.createState(); // keep it in the customer's session
   * const url = OpenTrainPlatform.consentUrl({
   *   slug: 'label-loft',
   *   redirectUri: 'https://labelloft.example.com/opentrain/return',
   *   state,
   * });
   * ```
   */
  static consentUrl(options: ConsentUrlOptions): string {
    return consentUrl(options);
  }

  /**
   * Reads the address that a customer returned to, whole or from its path on, and refuses it unless
   * it carries the state that was sent, compared in constant time. Forget a state once it was used.
   * Source: documented; what a decline looks like is not.
   *
   * @param expected.state the one from the customer's session
   * @throws ConsentReturnError when the state is missing or another, or no install is named
   *
   * @example
   * ```ts
   * function connected(request: Request, session: { state: string }): Response {
   *   const { installId } = OpenTrainPlatform.parseConsentReturn(request.url, session);
   *   return new Response(`Connected as ${installId}.`);
   * }
   * ```
   */
  static parseConsentReturn(url: string | URL, expected: { state: string }): ConsentReturn {
    return parseConsentReturn(url, expected);
  }

  /** A state that nobody can guess: 128 random bits in hex. */
  static createState(): string {
    return createState();
  }
}
