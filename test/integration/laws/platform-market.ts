import { scopes } from '../../../generated/platform/operations.ts';
import { createKernel } from '../../../src/sandbox/kernel/kernel.ts';
import { createWorld } from '../../../src/sandbox/opentrain/create-world.ts';
import { connect } from '../../../src/sandbox/opentrain/platform/consent.ts';
import { createPartners } from '../../../src/sandbox/opentrain/platform/create-partners.ts';
import { createPlatform } from '../../../src/sandbox/opentrain/platform/product.ts';

/**
 * An employer, annotation platforms and contracts, made by the services themselves. Making one costs
 * milliseconds, so that a law makes one and takes it back to its beginning before each story.
 */
export function openPlatforms() {
  const kernel = createKernel();
  const market = createWorld(kernel);
  const partners = createPartners(market);
  createPlatform(market, partners);
  const account = market.accounts.create({ claimed: true, ownerEmail: 'mara@harbor.example' });

  const install = (slug: string, granted: readonly string[] = scopes, piiConsent = true) => {
    const facts = { description: null, websiteUrl: null, redirectUris: [], scopes };
    const app = partners.apps.register(slug, { name: slug, ...facts });
    const consent = { scopes: scopes.filter((scope) => granted.includes(scope)), piiConsent };
    return connect(partners, app, account, consent);
  };

  const job = () => {
    const fields = { jobTitle: 'Boxes', paymentType: 'PAY_PER_HOUR' } as const;
    return market.jobs.create({ accountId: account.id, fields }).id;
  };

  const link = (installId: string, jobId: string) =>
    partners.links.create({
      installId,
      jobId,
      externalProjectId: String(kernel.store.next('test.projects')),
      externalProjectName: null,
      externalProjectUrl: null,
      provisioningMode: 'PARTNER_WEBHOOK',
    });

  /** An hourly contract, nothing funded yet. */
  const contract = (jobId: string, trainerId = market.trainers.create().id) =>
    market.contracts.create(market.contracts.newId(), {
      accountId: account.id,
      jobId,
      proposalId: 'none',
      trainerId,
      title: 'Boxes',
      paymentType: 'PAY_PER_HOUR',
      rateUsd: 20,
      estimatedTotalCents: 0,
      estimatedVolume: null,
      conversationId: 'none',
    }).id;

  /** Hours in escrow. @returns the milestone's id. */
  const fund = (contractId: string, volume: number): string => {
    const row = market.contracts.get(contractId)!;
    const terms = { name: null, description: null, dueDate: null };
    const { id } = market.milestones.create(row, { ...terms, volume, amountCents: volume * 2_000 });
    const funding = {
      source: 'card',
      chargeCents: 0,
      holdEntryId: null,
      invoiceId: 'none',
    } as const;
    market.milestones.fund(id, funding);
    return id;
  };

  return { kernel, market, partners, account, install, job, link, contract, fund };
}
