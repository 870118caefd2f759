import { redact, redactDeep } from '../../core/redact.ts';
import { TrainyardError } from '../../core/trainyard-error.ts';
import type { ToolContent } from './types.ts';

/**
 * A tool of an MCP server ran, and failed or refused. Which form TrainAR gives its refusals is not
 * documented; where it is that of its REST errors, `code` holds their code.
 */
export class ToolError extends TrainyardError {
  static override readonly className: string = 'ToolError';
  /** Name of the tool. */
  readonly tool: string;
  /** `INSUFFICIENT_PERMISSIONS`, `NO_ACTIVE_SEAT`, …, where the tool said so in REST's form. */
  readonly code: string | undefined;
  /** What the tool answered, with keys and tokens masked. */
  readonly content: readonly ToolContent[];
  /** True unless the tool refused with a code: one that failed may have done a part. */
  override readonly mayHaveHappened: boolean;

  constructor(tool: string, content: readonly ToolContent[]) {
    const text = content.find((block) => typeof block.text === 'string')?.text ?? '';
    const { error, message } = readRefusal(text);
    super(
      redact(`${tool}: ${[error, message ?? text].filter(Boolean).join(': ') || 'It failed.'}`),
    );
    this.tool = tool;
    this.code = error;
    this.content = redactDeep(content);
    this.mayHaveHappened = error === undefined;
  }
}

/**
 * An MCP server refused a request itself: it knows no such tool or method, or can't read the arguments.
 */
export class McpError extends TrainyardError {
  static override readonly className: string = 'McpError';
  /** The call that failed, as it is written on the client. */
  readonly operationId: string;
  /** Code of JSON-RPC: -32602 for arguments or tools that don't fit, -32601 for an unknown method. */
  readonly code: number;
  /** The server's own words, with keys and tokens masked. */
  readonly reason: string;
  /** Further context from the server, likewise. */
  readonly data: unknown;
  /** False where JSON-RPC's code says that the request was not carried out. */
  override readonly mayHaveHappened: boolean;

  constructor(operationId: string, code: number, reason: string, data: unknown) {
    super(redact(`${operationId}: ${reason} (${code})`));
    this.operationId = operationId;
    this.code = code;
    this.reason = redact(reason);
    this.data = redactDeep(data);
    this.mayHaveHappened = !notCarriedOut.includes(code);
  }
}

/** Unreadable, no request, no such method or tool, arguments that don't fit. */
const notCarriedOut = [-32700, -32600, -32601, -32602];

function readRefusal(text: string): { error?: string; message?: string } {
  try {
    const { error, message } = Object(JSON.parse(text));
    return typeof error === 'string' ? { error, message } : {};
  } catch {
    return {};
  }
}
