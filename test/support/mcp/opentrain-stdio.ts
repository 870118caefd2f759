/** OpenTrain's MCP server as a process, from the sources. Options come as JSON in the first argument. */
import { createOpenTrainMcp } from '../../../src/mcp/opentrain/create-opentrain-mcp.ts';

await createOpenTrainMcp(JSON.parse(process.argv[2] ?? '{}')).stdio();
