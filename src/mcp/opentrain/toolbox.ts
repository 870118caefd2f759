import { randomBytes } from 'node:crypto';
import {
  createRequestStateCodec,
  type InputRequiredResult,
  isInputRequiredResult,
  type Tool,
} from '@modelcontextprotocol/server';
import { type OperationId, operations } from '../../../generated/opentrain/operations.ts';
import { AuthenticationError, PermissionDeniedError } from '../../core/api-error.ts';
import type { Operation } from '../../core/operation.ts';
import type { ToolAnswer, Toolbox, ToolCall } from '../serving/offer.ts';
import { checkFilter, passes, type ToolFilter } from '../serving/tool-filter.ts';
import { UnknownToolError } from '../serving/unknown-tool-error.ts';
import { type Account, NoTokenError } from './account.ts';
import { advise } from './advice.ts';
import { failure, success } from './answer.ts';
import { type Availability, useOf } from './availability.ts';
import { checkArguments } from './check.ts';
import { define } from './definition.ts';
import { shorten } from './shorten.ts';
import type { Answer, OpenTrainTool, Run } from './tool.ts';
import { openTrainTools } from './tools.ts';

/** What is offered of OpenTrain's tools, and how. */
export interface OpenTrainToolOptions extends ToolFilter {
  /**
   * What to do with tools that the token can't use. `hide` (default): leave them out, and mark those that a
   * claim by a human unlocks. `show`: offer them all.
   */
  unavailable?: 'hide' | 'show' | undefined;
  /** Largest answer, in characters of JSON; what is longer is cut, with a cursor. Default 60,000. */
  maxAnswerChars?: number | undefined;
}

const afterClaim = 'After a human has claimed the account: ';

/** OpenTrain's tools, for one account. */
export class OpenTrainToolbox implements Toolbox {
  /** Seals what goes to a client and comes back. */
  readonly states = createRequestStateCodec({ key: randomBytes(32), ttlSeconds: 3600 });
  readonly #account: Account;
  readonly #availability: Availability;
  readonly #options: OpenTrainToolOptions;
  readonly #tools: ReadonlyMap<string, { tool: OpenTrainTool; defined: Tool }>;

  /** @throws InvalidArgumentError when a filter names what is not there */
  constructor(account: Account, availability: Availability, options: OpenTrainToolOptions) {
    this.#account = account;
    this.#availability = availability;
    this.#options = options;
    const all = openTrainTools.map((tool) => ({ tool, defined: define(tool) }));
    const filterable = all.map(({ tool, defined }) => ({ tool: defined, toolset: tool.toolset }));
    checkFilter(options, filterable);
    this.#tools = new Map(
      all
        .filter((_, index) => passes(filterable[index] as (typeof filterable)[number], options))
        .map((one) => [one.defined.name, one]),
    );
  }

  async list(): Promise<Tool[]> {
    const all = [...this.#tools.values()];
    if (this.#options.unavailable === 'show') return all.map(({ defined }) => defined);
    const grants = await this.#availability.current();
    return all.flatMap(({ tool, defined }) => {
      const use = grants ? useOf(tool, grants) : 'now';
      if (use === 'never') return [];
      if (use === 'now') return [defined];
      return [{ ...defined, description: afterClaim + defined.description }];
    });
  }

  /** Tools that are hidden can be called all the same: the platform itself says why not. */
  async call(
    name: string,
    args: Readonly<Record<string, unknown>>,
    call: ToolCall,
  ): Promise<ToolAnswer> {
    const { tool, defined } = this.#tools.get(name) ?? {};
    if (!tool) throw new UnknownToolError(name);
    try {
      checkArguments(tool, args);
      return await this.#run(tool, args, call);
    } catch (error) {
      const { signal } = call.context.mcpReq;
      if (signal.aborted) throw signal.reason;
      // What is offered may be out of date.
      const isRefused =
        error instanceof AuthenticationError || error instanceof PermissionDeniedError;
      if (isRefused) void this.#availability.refresh();
      return failure(await advise(error, this.#account, defined?.annotations));
    }
  }

  async #run(tool: OpenTrainTool, args: Answer, call: ToolCall): Promise<ToolAnswer> {
    const { tokenless }: Operation = operations[tool.operation];
    const account = this.#account;
    if (!tokenless && (await account.settings()).token === undefined) throw new NoTokenError();
    const { signal } = call.context.mcpReq;
    const wireArgs = (given: Answer) => onWire(tool, given);
    const run = (given: Answer): Run => ({
      ...{ tool, args: given, account, call, states: this.states },
      request: (operation: OperationId, of) => account.request(operation, wireArgs(of), { signal }),
    });
    let asked: InputRequiredResult | undefined;
    const ask = async (given: Answer): Promise<Answer> => {
      const answer = tool.run
        ? await tool.run(run(given))
        : await account.request(tool.operation, wireArgs(given), { signal });
      if (!isInputRequiredResult(answer)) return answer as Answer;
      asked = answer;
      return {};
    };
    const { answer, note } = await shorten(tool, args, this.#options.maxAnswerChars ?? 60_000, ask);
    if (asked) return asked;
    // A token was made or replaced: more tools may work from now on.
    if (tool.operation.startsWith('agent.')) await this.#availability.refresh();
    return success(tool, answer, note);
  }
}

/** Arguments under their names on the wire. */
function onWire({ rename = {}, nest }: OpenTrainTool, args: Answer): Answer {
  const { [nest ?? '']: nested, ...rest } = args;
  const wire: Record<string, unknown> = { ...(nested as object | undefined) };
  const argumentOf = new Map(Object.entries(rename).map(([name, argument]) => [argument, name]));
  for (const [argument, value] of Object.entries(rest)) {
    wire[argumentOf.get(argument) ?? argument] = value;
  }
  return wire;
}
