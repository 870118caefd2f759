import { expect, it } from 'vitest';
import { child, type JsonObject, loadSpec } from '../../spec/generate/document.ts';
import { jobTools } from '../../src/mcp/opentrain/tools/jobs.ts';
import { tooLong } from '../../src/opentrain/draft-text.ts';
import { checkFieldValue } from '../../src/sandbox/opentrain/drafting/field-value.ts';

// Client, sandbox and tools load without the contract, so each names the number: here they are held to it.
it('the longest text of a draft is the same in contract, client, sandbox and tools', async () => {
  const path = ['components', 'schemas', 'JobDraftFromText', 'properties', 'rawJobDescription'];
  const { maxLength } = path.reduce<JsonObject>(child, await loadSpec('spec/opentrain.yaml'));
  expect(maxLength).toBeGreaterThan(0);
  const longest = 'x'.repeat(Number(maxLength));
  const tool = jobTools.find(({ operation }) => operation === 'jobDrafts.create');

  expect(tooLong('text', longest)).toBeUndefined();
  expect(tooLong('text', `${longest}x`)).toBeInstanceOf(Error);
  expect(checkFieldValue('jobDescription', longest)).toBeUndefined();
  expect(checkFieldValue('jobDescription', `${longest}x`)?.code).toBe('too_big');
  expect(tool?.input?.properties?.jobDescription?.maxLength).toBe(maxLength);
});
