import { calls } from '../../../generated/opentrain/calls.ts';
import { type OperationId, operations } from '../../../generated/opentrain/operations.ts';
import type { Clock } from '../../core/clock.ts';
import { systemClock } from '../../core/clock.ts';
import { InvalidArgumentError } from '../../core/invalid-argument-error.ts';
import type { Operation } from '../../core/operation.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Transport } from '../../core/transport.ts';
import {
  CredentialsFile,
  credentialsPath,
  type Environment,
} from '../../credentials/credentials-file.ts';
import { mcpSettings, type Settings } from '../../credentials/settings.ts';
import { opentrain, wire } from '../../opentrain/product.ts';
import type { Answer } from './tool.ts';

/** Whom the tools act for, and how the platform is reached. */
export interface AccountOptions {
  /**
   * Where `OPENTRAIN_PERSONAL_API_TOKEN`, `OPENTRAIN_API_BASE_URL` and `XDG_CONFIG_HOME` are read from.
   * Default: the environment of the process.
   */
  env?: Environment | undefined;
  /** Default: the global `fetch`. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Time for waits. Tests pass the sandbox's clock. */
  clock?: Clock | undefined;
}

/** There is no token, and the call needs one. */
export class NoTokenError extends InvalidArgumentError {
  constructor() {
    super('token', 'there is none, and this call needs one.');
  }
}

/**
 * The account behind the tools. Settings are read for each call: the command line, or another server, may
 * sign in at any time.
 */
export class Account {
  readonly clock: Clock;
  readonly file: CredentialsFile;
  /** Ids of the approvals that were asked for here, the latest first: no call lists them. */
  readonly approvals: string[] = [];
  readonly #env: Environment;
  readonly #options: AccountOptions;
  #transport: { key: string; transport: Transport } | undefined;

  constructor(options: AccountOptions) {
    this.#options = options;
    this.#env = options.env ?? process.env;
    this.clock = options.clock ?? systemClock;
    this.file = new CredentialsFile(credentialsPath(this.#env));
  }

  /** @throws CredentialsError when the file is needed and can't be read */
  settings(): Promise<Settings> {
    return mcpSettings(this.#env, this.file);
  }

  /** Calls with what the settings are now. */
  async transport(): Promise<Transport> {
    const { token, baseUrl } = await this.settings();
    const key = `${baseUrl} ${token}`;
    if (this.#transport?.key !== key) {
      // The client's own variables are not those of the server: it must not look for a token there.
      const product =
        token === undefined ? { ...wire, key: () => fail(new NoTokenError()) } : opentrain(token);
      const transport = new Transport(product, {
        baseUrl,
        fetch: this.#options.fetch,
        clock: this.clock,
      });
      this.#transport = { key, transport };
    }
    return this.#transport.transport;
  }

  /** Makes an operation of the table: each argument goes where the table says. */
  async request<T = Answer>(
    id: OperationId,
    args: Readonly<Record<string, unknown>>,
    options?: RequestOptions,
  ): Promise<T> {
    const { pathParams = [], query = [], body }: Operation = operations[id];
    const rest = { ...args };
    const take = (names: readonly string[]) => {
      const taken: Record<string, unknown> = {};
      for (const name of names) {
        if (rest[name] !== undefined) taken[name] = rest[name];
        delete rest[name];
      }
      return taken;
    };
    const transport = await this.transport();
    const call = {
      path: take(pathParams) as Record<string, string>,
      query: take(query),
      ...(body && { body: rest }),
    };
    return transport.call<T>(calls[id], call, options);
  }
}

function fail(error: Error): never {
  throw error;
}
