import { capabilityFeatures as flags } from '../../../../generated/opentrain/operations.ts';

/** Feature flags by what they guard. All pairings but `publish` are inferred. */
export const features = {
  drafting: flags.draftCreate,
  publish: flags.publish,
  hiring: flags.hiring,
  messagingWrites: flags.messagingWrites,
  team: flags.team,
  paymentsWrite: flags.paymentsWrite,
  credits: flags.credits,
  webhooks: flags.webhooks,
} as const;

/** What opens the Platform API to installs of an account; its key is inferred. */
export const annotationPlatform = 'annotation_platform';

/** Every feature key. */
export const featureKeys: readonly string[] = [...Object.values(features), annotationPlatform];
