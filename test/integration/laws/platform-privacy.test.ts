import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OperationId, operations, scopes } from '../../../generated/platform/operations.ts';
import type { Operation } from '../../../src/core/operation.ts';
import { openPlatforms } from './platform-market.ts';
import { patience, twoHundred } from './runs.ts';

/** Whatever is there is read before it is deleted. */
const all = (Object.values(operations) as (Operation & { id: OperationId })[]).sort(
  (a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'),
);
const platforms = openPlatforms();
const { kernel, market, partners } = platforms;
const beginning = kernel.snapshot();

/** What each operation is sent, where it takes a body. */
const bodies: Partial<Record<OperationId, unknown>> = {
  'projectLinks.create': { externalProjectId: 'another' },
  'contracts.reportUsage': { entries: [{ workDate: '2026-05-31', totalSeconds: 86_400 }] },
  'webhookEndpoints.create': { url: 'https://hooks.example.com', eventTypes: ['contract.ended'] },
  'webhookEndpoints.update': { status: 'ACTIVE' },
  'webhookEndpoints.redeliver': {},
};

/** Everything an install gets to see: every answer, and every event. */
async function seenBy(token: string, installId: string, ids: Record<string, string>) {
  const answers: string[] = [];
  for (const { id, method, path } of all) {
    const body = bodies[id];
    const response = await kernel.fetch(
      `https://app.opentrain.ai${path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '')}`,
      {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      },
    );
    answers.push(await response.text());
  }
  return { answers: answers.join('\n'), events: JSON.stringify(partners.events.list(installId)) };
}

describe('a Work Email', () => {
  const withoutEmail = scopes.filter((scope) => scope !== 'participants:email');

  it('is on no path without the scope and the customer’s consent', patience, async () => {
    const story = fc.record({
      granted: fc.oneof(
        fc.subarray<string>([...scopes], { minLength: 1 }),
        fc.constant<readonly string[]>(withoutEmail),
        fc.constant<readonly string[]>(scopes),
      ),
      piiConsent: fc.boolean(),
      email: fc.constantFrom('usual', 'issued', 'revoked'),
    });
    const shown = { inAnswers: 0, inEvents: 0, nowhere: 0 };
    const law = fc.asyncProperty(story, async ({ granted, piiConsent, email }) => {
      kernel.restore(beginning);
      const { install, token } = platforms.install('one', granted, piiConsent);
      const jobId = platforms.job();
      const { id: linkId } = platforms.link(install.id, jobId);
      const trainer = market.trainers.create({ firstName: 'Maria', lastName: 'Gomezlongname' });
      if (email === 'issued') partners.crews.issueEmail(trainer.id, 'mg@opentrain.work');
      if (email === 'revoked') partners.crews.revokeEmail(trainer.id);
      const contractId = platforms.contract(jobId, trainer.id);
      platforms.fund(contractId, 10);
      const url = 'https://hooks.example.com';
      const { id: endpointId } = partners.endpoints.create(install.id, url, ['contract.started']);
      market.contracts.end(contractId);
      const { answers, events } = await seenBy(token, install.id, {
        linkId,
        contractId,
        endpointId,
      });
      const allowed = piiConsent && granted.includes('participants:email') && email !== 'revoked';
      expect(events.includes('@')).toBe(allowed);
      expect(answers.includes('@')).toBe(allowed && granted.includes('participants:read'));
      expect(answers + events).not.toMatch(/Gomezlongname|harbor\.example/);
      for (const address of (answers + events).match(/[^"\s]*@[^"\s]*/g) ?? []) {
        expect(address).toMatch(/^[^@]+@opentrain\.work$/);
      }
      if (!allowed) shown.nowhere += 1;
      if (answers.includes('@')) shown.inAnswers += 1;
      if (events.includes('@')) shown.inEvents += 1;
    });
    await fc.assert(law, twoHundred);
    for (const count of Object.values(shown)) expect(count).toBeGreaterThan(20);
  });
});
