/** Feature flags by what they guard, as `jobDrafts.capabilities` names it. All pairings but `publish` are inferred. */
export const features = {
  drafting: 'public_api_job_drafting',
  publish: 'public_api_job_publishing',
  hiring: 'public_api_hiring',
  messagingWrites: 'public_api_messaging_writes',
  team: 'public_api_team',
  paymentsWrite: 'public_api_payments_write',
  credits: 'public_api_credits',
  webhooks: 'public_api_webhooks',
} as const;

/** What opens the Platform API to installs of an account; its key is inferred. */
export const annotationPlatform = 'annotation_platform';

/** Every feature key. */
export const featureKeys: readonly string[] = [...Object.values(features), annotationPlatform];
