import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';

/** A call of a tool that is not there: an error of the protocol, not of a tool. */
export class UnknownToolError extends ProtocolError {
  constructor(name: string) {
    super(ProtocolErrorCode.InvalidParams, `Unknown tool: ${name}`);
  }
}
