import { describe, expect, it } from 'vitest';
import {
  checkFilter,
  type FilterableTool,
  passes,
  type ToolFilter,
} from '../../../src/mcp/serving/tool-filter.ts';

const tool = (name: string, toolset: string, readOnlyHint?: boolean): FilterableTool => ({
  tool: { name, inputSchema: { type: 'object' }, annotations: { readOnlyHint } },
  toolset,
});
const all = [
  tool('list_jobs', 'jobs', true),
  tool('close_job', 'jobs', false),
  tool('get_team', 'team', true),
  tool('mystery', 'team'),
];
const left = (filter: ToolFilter) =>
  all.filter((one) => passes(one, filter)).map(({ tool }) => tool.name);

describe('a tool filter', () => {
  it.each<[ToolFilter, string[]]>([
    [{}, ['list_jobs', 'close_job', 'get_team', 'mystery']],
    [{ toolsets: ['jobs'] }, ['list_jobs', 'close_job']],
    [{ tools: ['get_team'] }, ['get_team']],
    [{ toolsets: ['jobs'], tools: ['get_team'] }, ['list_jobs', 'close_job', 'get_team']],
    [{ toolsets: ['jobs'], exclude: ['close_job'] }, ['list_jobs']],
    [{ tools: ['close_job'], exclude: ['close_job'] }, []],
    [{ readOnly: true }, ['list_jobs', 'get_team']],
    [{ readOnly: true, tools: ['close_job'] }, []],
  ])('%j leaves %j', (filter, names) => {
    expect(left(filter)).toEqual(names);
  });

  it.each<[ToolFilter, RegExp]>([
    [{ toolsets: ['jbos'] }, /toolsets: there is no jbos; there are jobs, team/],
    [{ tools: ['x'] }, /tools: there is no x; there are list_jobs/],
    [{ exclude: ['y', 'z'] }, /exclude: there is no y, z/],
  ])('%j is refused', (filter, message) => {
    expect(() => checkFilter(filter, all)).toThrow(message);
  });
});
