import type { Tool } from '@modelcontextprotocol/server';
import { InvalidArgumentError } from '../../core/invalid-argument-error.ts';

/** Which tools are offered. Default: all. */
export interface ToolFilter {
  /** Only tools of these groups. */
  toolsets?: readonly string[] | undefined;
  /** Only these tools, by name; beside `toolsets`, these too. */
  tools?: readonly string[] | undefined;
  /** Not these tools, by name, whatever else is said. */
  exclude?: readonly string[] | undefined;
  /** Only tools that change nothing. */
  readOnly?: boolean | undefined;
}

/** What a filter looks at. */
export interface FilterableTool {
  readonly tool: Tool;
  /** Its group, where tools are grouped. */
  readonly toolset?: string | undefined;
}

/** Whether a tool passes. One that does not say that it only reads is taken to write. */
export function passes({ tool, toolset }: FilterableTool, filter: ToolFilter): boolean {
  const { toolsets, tools, exclude, readOnly } = filter;
  if (exclude?.includes(tool.name)) return false;
  if (readOnly && tool.annotations?.readOnlyHint !== true) return false;
  if (!toolsets && !tools) return true;
  return (
    tools?.includes(tool.name) || (toolset !== undefined && toolsets?.includes(toolset)) || false
  );
}

/**
 * Refuses names that fit nothing: a filter with a slip of the pen would offer too much, or nothing.
 *
 * @throws InvalidArgumentError that lists what there is
 */
export function checkFilter(filter: ToolFilter, all: readonly FilterableTool[]): void {
  const names = all.map(({ tool }) => tool.name);
  const groups = [...new Set(all.flatMap(({ toolset }) => toolset ?? []))];
  for (const [option, given, known] of [
    ['toolsets', filter.toolsets, groups],
    ['tools', filter.tools, names],
    ['exclude', filter.exclude, names],
  ] as const) {
    const unknown = given?.filter((name) => !known.includes(name));
    if (unknown?.length) {
      throw new InvalidArgumentError(
        option,
        `there is no ${unknown.join(', ')}; there are ${known.join(', ')}.`,
      );
    }
  }
}
