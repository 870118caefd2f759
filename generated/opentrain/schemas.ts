// Generated from spec/opentrain.yaml by npm run generate. Do not edit.

import * as z from 'zod/mini';

export const zErrorCode = z.union([
  z.enum([
    'BAD_REQUEST',
    'UNAUTHORIZED',
    'FORBIDDEN',
    'NOT_FOUND',
    'CONFLICT',
    'RATE_LIMITED',
    'INTERNAL_ERROR',
  ]),
  z.string(),
]);

export const zErrorReason = z.union([
  z.enum([
    'account_claim_required',
    'teams_not_enabled',
    'invite_email_send_failed',
    'moderation_blocked',
    'job_not_published',
    'not_a_freelancer',
    'freelancer_unavailable',
    'proposal_not_ready_for_messaging',
    'employer_first_message_required',
    'read_only_conversation',
    'message_blocked',
    'message_policy_blocked',
    'payment_method_required',
    'milestone_not_fundable',
    'milestone_not_funded',
    'contract_ended',
    'contract_rate_missing',
  ]),
  z.string(),
]);

export const zValidationIssue = z.catchall(
  z.object({
    code: z.optional(z.string()),
    message: z.optional(z.string()),
    path: z.optional(z.array(z.union([z.string(), z.number()]))),
  }),
  z.any(),
);

export const zOAuthErrorCode = z.union([
  z.enum([
    'unsupported_identity_type',
    'anonymous_not_enabled',
    'rate_limit_exceeded',
    'server_error',
    'invalid_request',
    'authorization_pending',
    'slow_down',
    'expired_token',
    'invalid_grant',
    'unsupported_grant_type',
  ]),
  z.string(),
]);

export const zOAuthErrorBody = z.looseObject({
  error: zOAuthErrorCode,
  error_description: z.optional(z.string()),
});

export const zScope = z.enum([
  'jobs:read',
  'jobs:write',
  'proposals:read',
  'proposals:write',
  'messages:read',
  'messages:write',
  'payments:read',
  'payments:write',
  'team:read',
  'team:write',
  'webhooks:manage',
]);

export const zGrantedScope = z.union([
  z.enum([
    'jobs:read',
    'jobs:write',
    'proposals:read',
    'proposals:write',
    'messages:read',
    'messages:write',
    'payments:read',
    'payments:write',
    'team:read',
    'team:write',
    'webhooks:manage',
  ]),
  z.string(),
]);

export const zAgentRegister = z.looseObject({
  identity_type: z.optional(z.enum(['anonymous'])),
  agent_name: z.optional(z.string()),
  organization_name: z.optional(z.string()),
});

export const zAgentRegistration = z.looseObject({
  identity_type: z.union([z.enum(['anonymous']), z.string()]),
  registration_id: z.string(),
  access_token: z.string(),
  token_type: z.union([z.enum(['bearer']), z.string()]),
  scopes: z.array(zGrantedScope),
  claim_token: z.string(),
  claim_token_expires_at: z.string(),
  claim_endpoint: z.string(),
  token_endpoint: z.string(),
  grant_type: z.string(),
});

export const zClaimStart = z.looseObject({
  claim_token: z.string(),
  email: z.string(),
});

export const zClaimAttempt = z.looseObject({
  user_code: z.string(),
  verification_uri: z.string(),
  expires_in: z.number(),
  interval: z.number(),
  email_sent: z.boolean(),
});

export const zClaimPoll = z.looseObject({
  grant_type: z.literal('urn:opentrain:agent-auth:grant-type:claim'),
  claim_token: z.string(),
});

export const zClaimedToken = z.looseObject({
  access_token: z.string(),
  token_type: z.union([z.enum(['bearer']), z.string()]),
  scopes: z.array(zGrantedScope),
});

export const zTokenRevocation = z.looseObject({
  token: z.string(),
});

export const zTokenRevocationResult = z.record(z.string(), z.unknown());

export const zAuthActor = z.looseObject({
  userId: z.string(),
  email: z.nullable(z.string()),
  firstName: z.nullable(z.string()),
  lastName: z.nullable(z.string()),
  fullName: z.nullable(z.string()),
  userType: z.union([z.enum(['EMPLOYER']), z.string()]),
});

export const zAuthToken = z.looseObject({
  id: z.string(),
  label: z.string(),
  scopes: z.array(zGrantedScope),
  ownerOrganizationId: z.nullable(z.string()),
});

export const zAuthAccount = z.looseObject({
  kind: z.union([z.enum(['employer_organization']), z.string()]),
  organizationId: z.nullable(z.string()),
  ownerUserId: z.string(),
  memberRole: z.union([z.enum(['OWNER', 'MEMBER']), z.string()]),
});

export const zAuthMe = z.looseObject({
  actor: zAuthActor,
  token: zAuthToken,
  account: zAuthAccount,
});

export const zApiToken = z.looseObject({
  id: z.string(),
  name: z.string(),
  preview: z.string(),
  scopes: z.array(zGrantedScope),
  status: z.union([z.enum(['active', 'expired', 'revoked']), z.string()]),
  organizationId: z.nullable(z.string()),
  createdAt: z.string(),
  lastUsedAt: z.nullable(z.string()),
  expiresAt: z.nullable(z.string()),
  revokedAt: z.nullable(z.string()),
});

export const zApiTokenList = z.looseObject({
  tokens: z.array(zApiToken),
});

export const zApiTokenCreate = z.looseObject({
  name: z.optional(z.string().check(z.minLength(1), z.maxLength(120))),
  scopes: z.optional(z.array(zScope)),
  expiresAt: z.optional(z.string()),
});

export const zCreatedApiToken = z.looseObject({
  token: z.string(),
  tokenType: z.union([z.enum(['bearer']), z.string()]),
  metadata: zApiToken,
});

export const zRevokedApiToken = z.looseObject({
  token: zApiToken,
});

export const zCapabilityFlags = z.looseObject({
  draftImport: z.boolean(),
  draftCreate: z.boolean(),
  draftUpdate: z.boolean(),
  draftUrlRead: z.boolean(),
  publish: z.boolean(),
  hiring: z.boolean(),
  messagingWrites: z.boolean(),
  team: z.boolean(),
  paymentsWrite: z.boolean(),
  credits: z.boolean(),
  webhooks: z.boolean(),
});

export const zDraftCapabilities = z.looseObject({
  importFormats: z.array(
    z.union([
      z.enum(['text', 'opentrain_canonical', 'schema_org_job_posting', 'indeed_xml', 'hr_xml']),
      z.string(),
    ]),
  ),
  updateKeys: z.array(z.string()),
  enums: z.record(z.string(), z.array(z.string())),
});

export const zCapabilities = z.looseObject({
  featureKey: z.union([z.enum(['public_api_job_drafting']), z.string()]),
  namespace: z.union([z.enum(['job-drafts']), z.string()]),
  rolloutMode: z.union([z.enum(['ALL', 'ALLOWLIST']), z.string()]),
  actorIsAdmin: z.boolean(),
  capabilities: zCapabilityFlags,
  draft: zDraftCapabilities,
  authBootstrap: z.union([z.enum(['token', 'session']), z.string()]),
  enabled: z.boolean(),
});

export const zJobDraftFromText = z.looseObject({
  rawJobDescription: z.string().check(z.maxLength(60000)),
  externalId: z.optional(z.string()),
  idempotencyKey: z.optional(z.string()),
});

export const zJobDraftTextSource = z.looseObject({
  type: z.literal('text'),
  text: z.string().check(z.maxLength(60000)),
  externalId: z.optional(z.string()),
  idempotencyKey: z.optional(z.string()),
});

export const zJobDraftXmlSource = z.looseObject({
  type: z.enum(['indeed_xml', 'hr_xml']),
  xml: z.string(),
  externalId: z.optional(z.string()),
  idempotencyKey: z.optional(z.string()),
});

export const zJobDraftFromXml = z.looseObject({
  format: z.enum(['indeed_xml', 'hr_xml']),
  xml: z.string(),
  externalId: z.optional(z.string()),
  idempotencyKey: z.optional(z.string()),
});

export const zJsonLdJobPosting = z.record(z.string(), z.unknown());

export const zJobDraftJsonLdSource = z.looseObject({
  type: z.literal('schema_org_job_posting'),
  jsonLd: zJsonLdJobPosting,
  externalId: z.optional(z.string()),
  idempotencyKey: z.optional(z.string()),
});

export const zJobDraftFromJsonLd = z.looseObject({
  format: z.literal('schema_org_job_posting'),
  jsonLd: zJsonLdJobPosting,
  externalId: z.optional(z.string()),
  idempotencyKey: z.optional(z.string()),
});

export const zPaymentType = z.enum(['PAY_PER_LABEL', 'PAY_PER_HOUR', 'FIXED_PRICE']);

export const zExperienceLevel = z.enum([
  'EXPERT',
  'ENTRY_LEVEL',
  'INTERMEDIATE',
  'ANY_EXPERIENCE_LEVEL',
]);

export const zCanonicalJob = z.catchall(
  z.object({
    title: z.optional(z.string()),
    description: z.optional(z.string()),
    paymentType: z.optional(zPaymentType),
    rateAmount: z.optional(z.number()),
    languages: z.optional(z.array(z.string())),
    countries: z.optional(z.array(z.string())),
    labelTypes: z.optional(z.array(z.string())),
    tools: z.optional(z.array(z.string())),
    experienceLevel: z.optional(zExperienceLevel),
  }),
  z.any(),
);

export const zJobDraftCanonicalSource = z.looseObject({
  type: z.literal('opentrain_canonical'),
  job: zCanonicalJob,
  externalId: z.optional(z.string()),
  idempotencyKey: z.optional(z.string()),
});

export const zJobDraftSource = z.union([
  zJobDraftTextSource,
  zJobDraftCanonicalSource,
  zJobDraftJsonLdSource,
  zJobDraftXmlSource,
]);

export const zJobDraftFromSource = z.looseObject({
  source: zJobDraftSource,
  externalId: z.optional(z.string()),
  idempotencyKey: z.optional(z.string()),
});

export const zJobDraftFromCanonical = z.looseObject({
  format: z.literal('opentrain_canonical'),
  job: zCanonicalJob,
  externalId: z.optional(z.string()),
  idempotencyKey: z.optional(z.string()),
});

export const zJobDraftCreate = z.union([
  zJobDraftFromText,
  zJobDraftFromSource,
  zJobDraftFromCanonical,
  zJobDraftFromJsonLd,
  zJobDraftFromXml,
]);

export const zDataVolumeUnit = z.enum([
  'HOURS_OF_RECORDING_AUDIO_VIDEO',
  'NUMBER_OF_FILES',
  'NUMBER_OF_WORDS',
  'UNKNOWN_NOT_SPECIFIED',
]);

export const zJobDraftUpdate = z.strictObject({
  jobTitle: z.optional(z.string()),
  jobDescription: z.optional(z.string()),
  paymentType: z.optional(zPaymentType),
  pricePerHour: z.optional(z.number()),
  pricePerLabel: z.optional(z.number()),
  fixedPrice: z.optional(z.number()),
  experienceLevel: z.optional(zExperienceLevel),
  dataVolume: z.optional(z.number()),
  dataVolumeUnit: z.optional(zDataVolumeUnit),
  headcount: z.optional(z.int()),
  languages: z.optional(z.array(z.string())),
  countries: z.optional(z.array(z.string())),
  labelTypes: z.optional(z.array(z.string())),
  labelingOverview: z.optional(z.string()),
  datasetDescription: z.optional(z.string()),
  dataType: z.optional(z.string()),
  subjectMatter: z.optional(z.union([z.string(), z.array(z.string())])),
  labelingSoftware: z.optional(z.string()),
  aiInterviewRequirements: z.optional(z.string()),
  budgetRange: z.optional(z.string()),
  workloadDesc: z.optional(z.string()),
  timeRequirement: z.optional(z.string()),
  projectDuration: z.optional(z.string()),
  freelancerType: z.optional(z.string()),
  projectScope: z.optional(z.string()),
  visibility: z.optional(z.string()),
});

export const zDraftIssue = z.catchall(
  z.object({
    field: z.optional(z.string()),
    code: z.optional(z.string()),
    message: z.optional(z.string()),
  }),
  z.any(),
);

export const zDraftValidation = z.looseObject({
  publishReady: z.boolean(),
  issueCount: z.int(),
  missingFieldCount: z.int(),
  missingFields: z.array(z.string()),
  issues: z.array(zDraftIssue),
});

export const zErrorDetails = z.catchall(
  z.object({
    reason: z.optional(zErrorReason),
    requiredScopes: z.optional(z.array(zGrantedScope)),
    grantedScopes: z.optional(z.array(zGrantedScope)),
    featureKey: z.optional(z.string()),
    mode: z.optional(z.string()),
    action: z.optional(z.string()),
    claimUrl: z.optional(z.string()),
    billingUrl: z.optional(z.string()),
    issues: z.optional(z.array(zValidationIssue)),
    field: z.optional(z.string()),
    resource: z.optional(z.string()),
    supportedStatuses: z.optional(z.array(z.string())),
    unknownScopes: z.optional(z.array(z.string())),
    supportedScopes: z.optional(z.array(zGrantedScope)),
    validation: z.optional(zDraftValidation),
    reasons: z.optional(z.array(z.string())),
    policy: z.optional(z.string()),
    status: z.optional(z.string()),
    requiredStatus: z.optional(z.string()),
    limit: z.optional(z.int()),
    windowHours: z.optional(z.int()),
    retryAfterSeconds: z.optional(z.number()),
  }),
  z.any(),
);

export const zErrorEnvelope = z.looseObject({
  error: z.string(),
  code: zErrorCode,
  requestId: z.string(),
  details: z.optional(zErrorDetails),
});

export const zMissingField = z.looseObject({
  field: z.string(),
  label: z.string(),
  message: z.string(),
  code: z.string(),
  prompt: z.string(),
  type: z.union([z.enum(['enum', 'number', 'string', 'array', 'boolean']), z.string()]),
  enumValues: z.nullable(z.array(z.string())),
  updateKeys: z.array(z.string()),
  example: z.nullable(z.string()),
  hint: z.nullable(z.string()),
});

export const zJobDraftUpdateResult = z.looseObject({
  ok: z.boolean(),
  jobId: z.string(),
  status: z.union([z.enum(['DRAFT']), z.string()]),
  draftUrl: z.string(),
  validation: zDraftValidation,
  missingFields: z.optional(z.array(zMissingField)),
});

export const zNormalizedJobFields = z.catchall(
  z.object({
    jobTitle: z.optional(z.string()),
    paymentType: z.optional(
      z.union([z.enum(['PAY_PER_LABEL', 'PAY_PER_HOUR', 'FIXED_PRICE']), z.string()]),
    ),
    languages: z.optional(z.array(z.string())),
    headcount: z.optional(z.int()),
    dataVolume: z.optional(z.number()),
    dataVolumeUnit: z.optional(
      z.union([
        z.enum([
          'HOURS_OF_RECORDING_AUDIO_VIDEO',
          'NUMBER_OF_FILES',
          'NUMBER_OF_WORDS',
          'UNKNOWN_NOT_SPECIFIED',
        ]),
        z.string(),
      ]),
    ),
  }),
  z.any(),
);

export const zUnmappedField = z.looseObject({
  path: z.string(),
  reason: z.string(),
  valuePreview: z.optional(z.string()),
});

export const zJobDraft = z.looseObject({
  ok: z.boolean(),
  jobId: z.string(),
  status: z.union([z.enum(['DRAFT']), z.string()]),
  draftUrl: z.string(),
  reviewUrl: z.string(),
  validation: zDraftValidation,
  missingFields: z.array(zMissingField),
  normalizedFields: zNormalizedJobFields,
  warnings: z.array(z.string()),
  unmappedFields: z.array(zUnmappedField),
  lowConfidenceFields: z.array(z.string()),
});

export const zJobStatus = z.enum([
  'DRAFT',
  'OPEN',
  'ONGOING',
  'COMPLETED',
  'ARCHIVED',
  'PENDING_APPROVAL',
]);

export const zPublicJobPay = z.looseObject({
  paymentType: z.union([z.enum(['PAY_PER_LABEL', 'PAY_PER_HOUR', 'FIXED_PRICE']), z.string()]),
  currency: z.union([z.enum(['USD']), z.string()]),
  hourlyRate: z.nullable(z.number()),
  hourlyMin: z.nullable(z.number()),
  hourlyMax: z.nullable(z.number()),
  fixedPrice: z.nullable(z.number()),
  perLabelRate: z.nullable(z.number()),
});

export const zPublicJob = z.looseObject({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  companyName: z.nullable(z.string()),
  descriptionText: z.string(),
  descriptionHtml: z.string(),
  seoTitle: z.nullable(z.string()),
  summary: z.nullable(z.string()),
  status: z.union([z.enum(['OPEN']), z.string()]),
  datePosted: z.string(),
  validThrough: z.string(),
  updatedAt: z.string(),
  employmentTypes: z.array(z.union([z.enum(['CONTRACTOR']), z.string()])),
  countries: z.array(z.string()),
  languages: z.array(z.string()),
  category: z.nullable(z.string()),
  dataType: z.nullable(z.string()),
  labelTypes: z.array(z.string()),
  skills: z.array(z.string()),
  labelingSoftware: z.nullable(z.string()),
  experienceLevel: z.nullable(z.string()),
  pay: zPublicJobPay,
  url: z.string(),
  applyUrl: z.string(),
});

export const zPublicJobPage = z.looseObject({
  jobs: z.array(zPublicJob),
  nextCursor: z.nullable(z.string()),
  generatedAt: z.string(),
});

export const zClosedJob = z.looseObject({
  id: z.string(),
  status: z.literal('closed'),
});

export const zFacetCount = z.looseObject({
  value: z.string(),
  count: z.int(),
});

export const zJobFacets = z.looseObject({
  totalJobs: z.int(),
  categories: z.array(zFacetCount),
  languages: z.array(zFacetCount),
  countries: z.array(zFacetCount),
  payTypes: z.array(zFacetCount),
  generatedAt: z.string(),
});

export const zJobChange = z.looseObject({
  jobId: z.string(),
  eventType: z.union([z.enum(['PUBLISHED', 'UPDATED', 'CLOSED']), z.string()]),
  occurredAt: z.string(),
});

export const zJobChanges = z.looseObject({
  since: z.string(),
  until: z.string(),
  changes: z.array(zJobChange).check(z.maxLength(5000)),
  generatedAt: z.string(),
});

export const zProposalCounts = z.looseObject({
  total: z.int(),
  unreviewed: z.int(),
});

export const zOwnJob = z.looseObject({
  id: z.string(),
  title: z.nullable(z.string()),
  status: z.union([
    z.enum(['DRAFT', 'OPEN', 'ONGOING', 'COMPLETED', 'ARCHIVED', 'PENDING_APPROVAL']),
    z.string(),
  ]),
  published: z.boolean(),
  acceptingApplicants: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
  jobUrl: z.nullable(z.string()),
  proposalCounts: zProposalCounts,
});

export const zOwnJobPage = z.looseObject({
  jobs: z.array(zOwnJob),
  nextCursor: z.nullable(z.string()),
});

export const zJobUpdate = zJobDraftUpdate;

export const zJobModeration = z.looseObject({
  decision: z.union([z.enum(['ALLOW']), z.string()]),
  reasons: z.array(z.string()),
});

export const zJobUpdateResult = z.looseObject({
  ok: z.boolean(),
  jobId: z.string(),
  status: z.union([z.enum(['OPEN']), z.string()]),
  moderation: zJobModeration,
});

export const zPublishSideEffects = z.looseObject({
  dispatched: z.boolean(),
  status: z.union([z.enum(['queued', 'skipped']), z.string()]),
});

export const zJobPublishResult = z.looseObject({
  ok: z.boolean(),
  jobId: z.string(),
  status: z.union([z.enum(['OPEN']), z.string()]),
  alreadyPublished: z.boolean(),
  jobUrl: z.string(),
  publishAttemptId: z.nullable(z.string()),
  warnings: z.array(z.string()),
  sideEffects: zPublishSideEffects,
});

export const zJobCloseResult = z.looseObject({
  ok: z.boolean(),
  jobId: z.string(),
  status: z.union([z.enum(['ARCHIVED']), z.string()]),
  alreadyClosed: z.boolean(),
});

export const zJobInviteCreate = z.looseObject({
  freelancerId: z.string(),
});

export const zJobInvite = z.looseObject({
  ok: z.boolean(),
  proposalId: z.string(),
  jobId: z.string(),
  freelancerId: z.string(),
  alreadyInvited: z.boolean(),
});

export const zProposalStatusName = z.enum([
  'UNREVIEWED',
  'SHORTLISTED',
  'MAYBE',
  'HIRED',
  'DECLINED',
  'NOT_A_FIT',
  'RESUME_SENT',
]);

export const zProposalStatus = z.looseObject({
  raw: z.union([
    z.enum(['UNREVIEWED', 'SHORTLISTED', 'MAYBE', 'HIRED', 'DECLINED', 'NOT_A_FIT', 'RESUME_SENT']),
    z.string(),
  ]),
  label: z.string(),
});

export const zBid = z.looseObject({
  amountUsd: z.nullable(z.number()),
  unit: z.nullable(z.union([z.enum(['PER_LABEL', 'PER_HOUR', 'FIXED_PRICE']), z.string()])),
  labelerHourlyRateUsd: z.nullable(z.number()),
});

export const zCandidate = z.looseObject({
  id: z.string(),
  profileSlug: z.nullable(z.string()),
  displayName: z.string(),
  firstName: z.string(),
  lastNameInitial: z.string(),
  profileTitle: z.nullable(z.string()),
  profilePhotoUrl: z.nullable(z.string()),
  countryCode: z.nullable(z.string()),
  country: z.nullable(z.string()),
  talentType: z.union([z.enum(['FREELANCER', 'Individual']), z.string()]),
  highestEarningsUsd: z.nullable(z.number()),
  reviewCount: z.int(),
});

export const zProposalMetrics = z.looseObject({
  interviewScore: z.nullable(z.number()),
  matchScore: z.nullable(z.number()),
});

export const zProposal = z.looseObject({
  id: z.string(),
  jobId: z.string(),
  jobTitle: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  status: zProposalStatus,
  bid: zBid,
  candidate: zCandidate,
  metrics: zProposalMetrics,
});

export const zProposalPage = z.looseObject({
  proposals: z.array(zProposal),
  nextCursor: z.nullable(z.string()),
});

export const zAiInterview = z.looseObject({
  score: z.nullable(z.number()),
  summary: z.nullable(z.string()),
  transcriptAvailable: z.boolean(),
});

export const zLocationCheck = z.looseObject({
  status: z.union([z.enum(['PASSED']), z.string()]),
  method: z.union([z.enum(['GPS']), z.string()]),
  checkedAt: z.string(),
});

export const zIdentityCheck = z.looseObject({
  verified: z.boolean(),
});

export const zCandidateVerification = z.looseObject({
  location: z.nullable(zLocationCheck),
  identity: zIdentityCheck,
});

export const zProposalContract = z.catchall(
  z.object({
    id: z.optional(z.string()),
    status: z.optional(z.union([z.enum(['active', 'ended']), z.string()])),
  }),
  z.any(),
);

export const zProposalDetail = z.intersection(
  zProposal,
  z.looseObject({
    aiInterview: z.nullable(zAiInterview),
    verification: zCandidateVerification,
    openLabel: z.nullable(z.record(z.string(), z.unknown())),
    contract: z.nullable(zProposalContract),
  }),
);

export const zProposalResponse = z.looseObject({
  proposal: zProposalDetail,
});

export const zInterviewMessage = z.looseObject({
  id: z.string(),
  role: z.union([z.enum(['interviewer', 'candidate']), z.string()]),
  content: z.string(),
  sentAt: z.string(),
});

export const zInterview = z.looseObject({
  proposalId: z.string(),
  interviewId: z.string(),
  score: z.nullable(z.number()),
  summary: z.nullable(z.string()),
  messages: z.array(zInterviewMessage),
});

export const zInterviewResponse = z.looseObject({
  interview: zInterview,
});

export const zProposalConversation = z.looseObject({
  ok: z.boolean(),
  conversationId: z.string(),
  proposalId: z.string(),
  jobId: z.string(),
  created: z.boolean(),
});

export const zHireMilestone = z.looseObject({
  name: z.optional(z.string()),
  description: z.optional(z.string()),
  amount: z.number().check(z.gt(0)),
  dueDate: z.optional(z.string()),
});

export const zHireRequest = z.looseObject({
  milestone: zHireMilestone,
  confirmNotAFit: z.optional(z.boolean()),
});

export const zFreelancerSkills = z.looseObject({
  subjectMatter: z.array(z.string()),
  tags: z.array(z.string()),
  dataTypes: z.array(z.string()),
  labelTypes: z.array(z.string()),
  software: z.array(z.string()),
});

export const zFreelancerLanguage = z.looseObject({
  language: z.string(),
  proficiency: z.union([z.enum(['NATIVE', 'FLUENT']), z.string()]),
});

export const zFreelancerStats = z.looseObject({
  totalEarnedUsd: z.nullable(z.number()),
  billedHours: z.nullable(z.number()),
  jobSuccessScore: z.nullable(z.number()),
  reviewCount: z.nullable(z.int()),
  averageRating: z.nullable(z.number()),
});

export const zLabelExperience = z.looseObject({
  id: z.string(),
  title: z.string(),
  description: z.nullable(z.string()),
  fromYear: z.nullable(z.int()),
  toYear: z.nullable(z.int()),
  ongoing: z.boolean(),
  software: z.nullable(z.string()),
  dataType: z.nullable(z.string()),
  labelTypes: z.array(z.string()),
});

export const zFreelancerReview = z.looseObject({
  id: z.string(),
  rating: z.number(),
  comment: z.nullable(z.string()),
  createdAt: z.string(),
});

export const zFreelancer = z.looseObject({
  id: z.string(),
  profileSlug: z.string(),
  profilePath: z.string(),
  displayName: z.string(),
  firstName: z.string(),
  lastNameInitial: z.string(),
  talentType: z.union([z.enum(['Individual', 'FREELANCER']), z.string()]),
  title: z.nullable(z.string()),
  bio: z.nullable(z.string()),
  city: z.nullable(z.string()),
  countryCode: z.nullable(z.string()),
  country: z.nullable(z.string()),
  profilePhotoUrl: z.nullable(z.string()),
  hourlyRateUsd: z.nullable(z.number()),
  availability: z.nullable(z.union([z.enum(['FULL_TIME', 'PART_TIME']), z.string()])),
  expertiseLevel: z.nullable(
    z.union([z.enum(['EXPERT', 'INTERMEDIATE', 'ENTRY_LEVEL']), z.string()]),
  ),
  englishLevel: z.nullable(z.union([z.enum(['FLUENT', 'NATIVE', 'CONVERSATIONAL']), z.string()])),
  memberSince: z.string(),
  identityVerified: z.boolean(),
  skills: zFreelancerSkills,
  languages: z.array(zFreelancerLanguage),
  stats: zFreelancerStats,
  agency: z.nullable(z.record(z.string(), z.unknown())),
  labelExperience: z.array(zLabelExperience),
  workExperience: z.array(z.record(z.string(), z.unknown())),
  education: z.array(z.record(z.string(), z.unknown())),
  reviews: z.array(zFreelancerReview),
});

export const zFreelancerResponse = z.looseObject({
  freelancer: zFreelancer,
});

export const zLastMessage = z.looseObject({
  id: z.string(),
  content: z.string(),
  senderUserId: z.nullable(z.string()),
  isFromViewer: z.boolean(),
  createdAt: z.string(),
});

export const zConversation = z.looseObject({
  id: z.string(),
  type: z.union([z.enum(['DIRECT_MESSAGE']), z.string()]),
  bucket: z.union([z.enum(['proposal', 'job']), z.string()]),
  jobId: z.nullable(z.string()),
  proposalId: z.nullable(z.string()),
  channelName: z.nullable(z.string()),
  updatedAt: z.string(),
  lastMessage: z.nullable(zLastMessage),
  unreadCount: z.int(),
  needsReplyCount: z.int(),
});

export const zConversationPage = z.looseObject({
  conversations: z.array(zConversation),
  nextCursor: z.nullable(z.string()),
});

export const zMessage = z.looseObject({
  id: z.string(),
  conversationId: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  jobId: z.nullable(z.string()),
  senderUserId: z.nullable(z.string()),
  isFromViewer: z.boolean(),
  content: z.string(),
  messageType: z.nullable(z.string()),
  system: z.boolean(),
  hasUnreadFlag: z.boolean(),
  attachmentCount: z.int(),
  hasAudio: z.boolean(),
  editedAt: z.nullable(z.string()),
  reactionCount: z.int(),
});

export const zMessagePage = z.looseObject({
  messages: z.array(zMessage),
  nextCursor: z.nullable(z.string()),
});

export const zMessageCreate = z.looseObject({
  conversationId: z.string(),
  content: z.string().check(z.minLength(1), z.maxLength(10000)),
});

export const zMessageSendResult = z.looseObject({
  ok: z.boolean(),
  message: zMessage,
});

export const zContractFreelancer = z.looseObject({
  userId: z.string(),
  displayName: z.string(),
  country: z.nullable(z.string()),
  profilePath: z.string(),
});

export const zBudgetState = z.union([z.enum(['OK', 'LOW', 'DEPLETED']), z.string()]);

export const zBudgetConsumed = z.looseObject({
  seconds: z.number(),
  hours: z.number(),
  labels: z.number(),
  tasks: z.number(),
});

export const zMilestoneCreate = z.looseObject({
  description: z.string().check(z.minLength(1)),
  name: z.optional(z.string()),
  amountUsd: z.optional(z.number().check(z.gt(0))),
  volume: z.optional(z.number().check(z.gt(0))),
  dueDate: z.optional(z.string()),
});

export const zContractEnded = z.looseObject({
  ok: z.literal(true),
  contractId: z.string(),
  status: z.literal('ended'),
});

export const zMilestoneStatus = z.union([z.enum(['NOT_FUNDED', 'ACTIVE_FUNDED']), z.string()]);

export const zBudgetMilestone = z.looseObject({
  id: z.string(),
  name: z.nullable(z.string()),
  amountUsd: z.number(),
  volume: z.nullable(z.number()),
  status: zMilestoneStatus,
});

export const zBudget = z.looseObject({
  contractId: z.string(),
  paymentType: z.nullable(
    z.union([z.enum(['FIXED_PRICE', 'PAY_PER_HOUR', 'PAY_PER_LABEL']), z.string()]),
  ),
  state: zBudgetState,
  fundedVolume: z.number(),
  fundedAmountUsd: z.number(),
  consumed: zBudgetConsumed,
  consumedVolume: z.number(),
  remainingVolume: z.number(),
  consumedFraction: z.number(),
  activeMilestone: z.nullable(zBudgetMilestone),
  lastUsageAt: z.nullable(z.string()),
});

export const zMilestone = z.looseObject({
  id: z.string(),
  name: z.nullable(z.string()),
  description: z.nullable(z.string()),
  status: zMilestoneStatus,
  amountUsd: z.number(),
  volume: z.nullable(z.number()),
  milestoneNumber: z.int().check(z.gte(1)),
  dueDate: z.nullable(z.string()),
  pendingApproval: z.boolean(),
  needsReview: z.boolean(),
  invoiceId: z.nullable(z.string()),
  createdAt: z.string(),
});

export const zContract = z.looseObject({
  id: z.string(),
  status: z.union([z.enum(['active', 'ended']), z.string()]),
  title: z.nullable(z.string()),
  jobId: z.string(),
  proposalId: z.nullable(z.string()),
  paymentType: z.nullable(
    z.union([z.enum(['FIXED_PRICE', 'PAY_PER_HOUR', 'PAY_PER_LABEL']), z.string()]),
  ),
  rateUsd: z.nullable(z.number()),
  estimatedTotalUsd: z.nullable(z.number()),
  estimatedVolume: z.nullable(z.number()),
  hasActiveMilestone: z.boolean(),
  startDate: z.string(),
  endDate: z.nullable(z.string()),
  createdAt: z.string(),
  updatedAt: z.string(),
  freelancer: zContractFreelancer,
  milestones: z.array(zMilestone),
});

export const zContractDetail = z.intersection(
  zContract,
  z.looseObject({
    jobDmConversationId: z.nullable(z.string()),
    budget: z.nullable(zBudget),
  }),
);

export const zApprovalType = z.enum([
  'proposal_hire',
  'milestone_fund',
  'milestone_approve',
  'contract_end',
]);

export const zApprovalStatus = z.enum(['pending', 'confirmed', 'declined', 'expired']);

export const zHireResult = z.looseObject({
  hired: z.literal(true),
  contractId: z.string(),
  jobId: z.string(),
  freelancerUserId: z.string(),
});

export const zMilestoneFundResult = z.looseObject({
  invoiceId: z.string(),
  paymentIntentId: z.nullish(z.string()),
});

export const zMilestoneApproveResult = z.looseObject({
  invoiceId: z.string(),
  payoutTransactionId: z.string(),
});

export const zContractEndResult = z.looseObject({
  contractEnded: z.literal(true),
});

export const zApproval = z.looseObject({
  id: z.string(),
  type: zApprovalType,
  status: zApprovalStatus,
  contractId: z.nullable(z.string()),
  milestoneId: z.nullable(z.string()),
  jobId: z.nullable(z.string()),
  proposalId: z.nullable(z.string()),
  approvalUrl: z.string(),
  expiresAt: z.string(),
  resolvedAt: z.nullable(z.string()),
  result: z.nullable(
    z.union([zHireResult, zMilestoneApproveResult, zMilestoneFundResult, zContractEndResult]),
  ),
  createdAt: z.string(),
});

export const zApprovalRequested = z.looseObject({
  approval: zApproval,
  message: z.string(),
});

export const zLedgerEntry = z.looseObject({
  id: z.string(),
  type: z.union([
    z.enum(['TOP_UP', 'HOLD', 'HOLD_RELEASE', 'CAPTURE', 'REFUND', 'ADJUSTMENT']),
    z.string(),
  ]),
  amountCents: z.int(),
  createdAt: z.string(),
  holdEntryId: z.nullable(z.string()),
  jobofferId: z.nullable(z.string()),
  contractId: z.nullable(z.string()),
  milestoneId: z.nullable(z.string()),
  topUpId: z.nullable(z.string()),
  note: z.nullable(z.string()),
});

export const zCredits = z.looseObject({
  availableCents: z.int(),
  reservedCents: z.int(),
  currency: z.union([z.enum(['usd']), z.string()]),
  recentEntries: z.array(zLedgerEntry),
});

export const zTopUp = z.looseObject({
  id: z.string(),
  status: z.union([z.enum(['PENDING', 'COMPLETED', 'EXPIRED', 'CANCELED']), z.string()]),
  amountCents: z.int(),
  createdAt: z.string(),
  completedAt: z.nullable(z.string()),
  expiresAt: z.nullable(z.string()),
});

export const zTopUpCreate = z.looseObject({
  amountUsd: z.number().check(z.gte(10), z.lte(10000)),
});

export const zTopUpCreated = z.looseObject({
  topUpId: z.string(),
  checkoutUrl: z.string(),
  expiresAt: z.nullable(z.string()),
  topUp: zTopUp,
  message: z.string(),
});

export const zPendingPaymentJob = z.looseObject({
  id: z.string(),
  title: z.string(),
});

export const zPendingPaymentMilestone = z.looseObject({
  id: z.string(),
  name: z.nullable(z.string()),
});

export const zPendingPayment = z.looseObject({
  id: z.string(),
  status: z.union([z.enum(['PENDING_FUNDING', 'PENDING_PAYOUT']), z.string()]),
  invoiceKind: z.union([z.enum(['FUNDING']), z.string()]),
  viewerRole: z.union([z.enum(['EMPLOYER']), z.string()]),
  amountUsd: z.number(),
  createdAt: z.string(),
  invoiceNumber: z.int(),
  job: zPendingPaymentJob,
  milestone: z.nullable(zPendingPaymentMilestone),
});

export const zTeamOrganization = z.looseObject({
  id: z.string(),
  name: z.string(),
  ownerUserId: z.string(),
  ownerName: z.string(),
});

export const zTeamMember = z.looseObject({
  userId: z.string(),
  role: z.union([z.enum(['OWNER', 'MEMBER']), z.string()]),
  name: z.string(),
  email: z.string(),
  joinedAt: z.string(),
});

export const zTeamInvite = z.looseObject({
  id: z.string(),
  email: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
});

export const zTeam = z.looseObject({
  organization: zTeamOrganization,
  members: z.array(zTeamMember),
  invites: z.array(zTeamInvite),
});

export const zTeamInviteCreate = z.looseObject({
  email: z.string(),
});

export const zTeamInviteResult = z.looseObject({
  ok: z.literal(true),
  status: z.union([z.enum(['invite_created', 'member_added', 'already_member']), z.string()]),
  email: z.string(),
  team: zTeam,
});

export const zWebhookEventType = z.enum([
  'proposal.received',
  'proposal.status_changed',
  'message.received',
  'contract.created',
  'milestone.status_changed',
  'payment.pending',
  'approval.confirmed',
  'contract.budget_state_changed',
]);

export const zWebhook = z.looseObject({
  id: z.string(),
  url: z.string(),
  eventTypes: z.array(zWebhookEventType),
  status: z.union([z.enum(['ACTIVE', 'DISABLED']), z.string()]),
  createdAt: z.string(),
  disabledAt: z.nullable(z.string()),
  disabledReason: z.nullable(z.string()),
});

export const zWebhookCreate = z.looseObject({
  url: z.string().check(z.maxLength(2048)),
  eventTypes: z.array(zWebhookEventType).check(z.minLength(1)),
});

export const zWebhookCreated = z.looseObject({
  webhook: zWebhook,
  secret: z.string(),
  message: z.string(),
});

export const zWebhookDeleted = z.looseObject({
  webhook: zWebhook,
  deleted: z.literal(true),
});

export const zEventId = z.string().check(z.regex(/^[0-9]+$/));

export const zEventApiVersion = z.union([z.enum(['v1']), z.string()]);

export const zProposalReceivedEventData = z.looseObject({
  proposalId: z.string(),
  jobId: z.string(),
});

export const zProposalReceivedEvent = z.looseObject({
  id: zEventId,
  type: z.literal('proposal.received'),
  apiVersion: zEventApiVersion,
  createdAt: z.string(),
  resourceId: z.string(),
  jobId: z.nullable(z.string()),
  data: zProposalReceivedEventData,
});

export const zProposalStatusChangedEventData = z.looseObject({
  proposalId: z.string(),
  status: z.union([
    z.enum(['UNREVIEWED', 'SHORTLISTED', 'MAYBE', 'HIRED', 'DECLINED', 'NOT_A_FIT', 'RESUME_SENT']),
    z.string(),
  ]),
});

export const zProposalStatusChangedEvent = z.looseObject({
  id: zEventId,
  type: z.literal('proposal.status_changed'),
  apiVersion: zEventApiVersion,
  createdAt: z.string(),
  resourceId: z.string(),
  jobId: z.nullable(z.string()),
  data: zProposalStatusChangedEventData,
});

export const zMessageReceivedEventData = z.looseObject({
  conversationId: z.string(),
  messageId: z.string(),
});

export const zMessageReceivedEvent = z.looseObject({
  id: zEventId,
  type: z.literal('message.received'),
  apiVersion: zEventApiVersion,
  createdAt: z.string(),
  resourceId: z.string(),
  jobId: z.nullable(z.string()),
  data: zMessageReceivedEventData,
});

export const zContractCreatedEventData = z.looseObject({
  contractId: z.string(),
  jobId: z.string(),
  proposalId: z.string(),
});

export const zContractCreatedEvent = z.looseObject({
  id: zEventId,
  type: z.literal('contract.created'),
  apiVersion: zEventApiVersion,
  createdAt: z.string(),
  resourceId: z.string(),
  jobId: z.nullable(z.string()),
  data: zContractCreatedEventData,
});

export const zMilestoneStatusChangedEventData = z.looseObject({
  milestoneId: z.string(),
  contractId: z.string(),
  status: zMilestoneStatus,
});

export const zMilestoneStatusChangedEvent = z.looseObject({
  id: zEventId,
  type: z.literal('milestone.status_changed'),
  apiVersion: zEventApiVersion,
  createdAt: z.string(),
  resourceId: z.string(),
  jobId: z.nullable(z.string()),
  data: zMilestoneStatusChangedEventData,
});

export const zPaymentPendingEventData = z.looseObject({
  invoiceId: z.string(),
  milestoneId: z.string(),
  contractId: z.string(),
});

export const zPaymentPendingEvent = z.looseObject({
  id: zEventId,
  type: z.literal('payment.pending'),
  apiVersion: zEventApiVersion,
  createdAt: z.string(),
  resourceId: z.string(),
  jobId: z.nullable(z.string()),
  data: zPaymentPendingEventData,
});

export const zApprovalConfirmedEventData = z.looseObject({
  approvalId: z.string(),
  status: z.enum(['confirmed', 'declined', 'expired']),
});

export const zApprovalConfirmedEvent = z.looseObject({
  id: zEventId,
  type: z.literal('approval.confirmed'),
  apiVersion: zEventApiVersion,
  createdAt: z.string(),
  resourceId: z.string(),
  jobId: z.nullable(z.string()),
  data: zApprovalConfirmedEventData,
});

export const zContractBudgetStateChangedEventData = z.looseObject({
  contractId: z.string(),
  previousState: zBudgetState,
  state: zBudgetState,
  paymentType: z.nullable(
    z.union([z.enum(['FIXED_PRICE', 'PAY_PER_HOUR', 'PAY_PER_LABEL']), z.string()]),
  ),
  fundedVolume: z.number(),
  consumedVolume: z.number(),
  remainingVolume: z.number(),
  consumedFraction: z.number(),
});

export const zContractBudgetStateChangedEvent = z.looseObject({
  id: zEventId,
  type: z.literal('contract.budget_state_changed'),
  apiVersion: zEventApiVersion,
  createdAt: z.string(),
  resourceId: z.string(),
  jobId: z.nullable(z.string()),
  data: zContractBudgetStateChangedEventData,
});

export const zWebhookEvent = z.union([
  zProposalReceivedEvent,
  zProposalStatusChangedEvent,
  zMessageReceivedEvent,
  zContractCreatedEvent,
  zMilestoneStatusChangedEvent,
  zPaymentPendingEvent,
  zApprovalConfirmedEvent,
  zContractBudgetStateChangedEvent,
]);

export const zUpdatePage = z.looseObject({
  events: z.array(zWebhookEvent),
  nextCursor: z.string(),
  hasMore: z.boolean(),
});

export const zJobsGetResponse404 = z.union([zClosedJob, zErrorEnvelope]);

export const zMessagesListResponse200 = z.union([zConversationPage, zMessagePage]);

export const zContractsListResponse200 = z.looseObject({
  contracts: z.array(zContract),
});

export const zContractsGetResponse200 = z.looseObject({
  contract: zContractDetail,
});

export const zContractsCreateMilestoneResponse201 = z.looseObject({
  milestone: zMilestone,
});

export const zApprovalsGetResponse200 = z.looseObject({
  approval: zApproval,
});

export const zCreditsBalanceResponse200 = z.looseObject({
  credits: zCredits,
});

export const zCreditsLedgerResponse200 = z.looseObject({
  entries: z.array(zLedgerEntry),
  nextCursor: z.nullable(z.string()),
});

export const zCreditsGetTopUpResponse200 = z.looseObject({
  topUp: zTopUp,
});

export const zPaymentsPendingResponse200 = z.looseObject({
  payments: z.array(zPendingPayment),
});

export const zWebhooksListResponse200 = z.looseObject({
  webhooks: z.array(zWebhook),
});

export const zWebhooksGetResponse200 = z.looseObject({
  webhook: zWebhook,
});

export const zTeamGetResponse200 = z.looseObject({
  team: zTeam,
});

/** Request bodies, by operation. */
export const requests = {
  'agent.register': { body: zAgentRegister },
  'agent.startClaim': { body: zClaimStart },
  'agent.pollClaim': { body: zClaimPoll },
  'agent.revoke': { body: zTokenRevocation },
  'tokens.create': { body: zApiTokenCreate },
  'jobDrafts.create': { body: zJobDraftCreate },
  'jobDrafts.update': { body: zJobDraftUpdate },
  'jobs.update': { body: zJobUpdate },
  'jobs.invite': { body: zJobInviteCreate },
  'proposals.hire': { body: zHireRequest },
  'messages.send': { body: zMessageCreate },
  'contracts.createMilestone': { body: zMilestoneCreate },
  'credits.createTopUp': { body: zTopUpCreate },
  'webhooks.create': { body: zWebhookCreate },
  'team.invite': { body: zTeamInviteCreate },
} as const;

/** Response bodies, by operation and status. A status without a body is missing. */
export const responses = {
  'agent.register': {
    200: zAgentRegistration,
    400: zOAuthErrorBody,
    403: zOAuthErrorBody,
    429: zOAuthErrorBody,
    500: zOAuthErrorBody,
  },
  'agent.startClaim': {
    200: zClaimAttempt,
    400: zOAuthErrorBody,
    403: zOAuthErrorBody,
    429: zOAuthErrorBody,
    500: zOAuthErrorBody,
  },
  'agent.pollClaim': { 200: zClaimedToken, 400: zOAuthErrorBody, 500: zOAuthErrorBody },
  'agent.revoke': { 200: zTokenRevocationResult, 400: zOAuthErrorBody, 500: zOAuthErrorBody },
  'auth.me': { 200: zAuthMe, 401: zErrorEnvelope, 404: zErrorEnvelope, 500: zErrorEnvelope },
  'tokens.list': { 200: zApiTokenList, 401: zErrorEnvelope, 500: zErrorEnvelope },
  'tokens.create': {
    201: zCreatedApiToken,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    409: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'tokens.revoke': {
    200: zRevokedApiToken,
    401: zErrorEnvelope,
    404: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'jobDrafts.capabilities': {
    200: zCapabilities,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'jobDrafts.create': {
    200: zJobDraft,
    201: zJobDraft,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'jobDrafts.update': {
    200: zJobDraftUpdateResult,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    409: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'jobs.search': {
    200: zPublicJobPage,
    400: zErrorEnvelope,
    429: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'jobs.facets': { 200: zJobFacets, 429: zErrorEnvelope, 500: zErrorEnvelope },
  'jobs.changes': {
    200: zJobChanges,
    400: zErrorEnvelope,
    429: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'jobs.listMine': {
    200: zOwnJobPage,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'jobs.get': {
    200: zPublicJob,
    400: zErrorEnvelope,
    404: zJobsGetResponse404,
    429: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'jobs.update': {
    200: zJobUpdateResult,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    409: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'jobs.publish': {
    200: zJobPublishResult,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    409: zErrorEnvelope,
    429: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'jobs.close': {
    200: zJobCloseResult,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'jobs.invite': {
    200: zJobInvite,
    201: zJobInvite,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    409: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'jobs.listProposals': {
    200: zProposalPage,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'proposals.get': {
    200: zProposalResponse,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'proposals.interview': {
    200: zInterviewResponse,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'proposals.openConversation': {
    200: zProposalConversation,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    409: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'proposals.hire': {
    202: zApprovalRequested,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    409: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'freelancers.get': {
    200: zFreelancerResponse,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'messages.list': {
    200: zMessagesListResponse200,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'messages.send': {
    201: zMessageSendResult,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    409: zErrorEnvelope,
    429: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'contracts.list': {
    200: zContractsListResponse200,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'contracts.get': {
    200: zContractsGetResponse200,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'contracts.createMilestone': {
    201: zContractsCreateMilestoneResponse201,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    409: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'contracts.end': {
    200: zContractEnded,
    202: zApprovalRequested,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    409: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'milestones.fund': {
    202: zApprovalRequested,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    409: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'milestones.approve': {
    202: zApprovalRequested,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    409: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'approvals.get': {
    200: zApprovalsGetResponse200,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'updates.poll': {
    200: zUpdatePage,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'credits.balance': {
    200: zCreditsBalanceResponse200,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'credits.ledger': {
    200: zCreditsLedgerResponse200,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'credits.createTopUp': {
    201: zTopUpCreated,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'credits.getTopUp': {
    200: zCreditsGetTopUpResponse200,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'payments.pending': {
    200: zPaymentsPendingResponse200,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'webhooks.create': {
    201: zWebhookCreated,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    409: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'webhooks.list': {
    200: zWebhooksListResponse200,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'webhooks.get': {
    200: zWebhooksGetResponse200,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'webhooks.delete': {
    200: zWebhookDeleted,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    404: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'team.get': {
    200: zTeamGetResponse200,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    500: zErrorEnvelope,
  },
  'team.invite': {
    200: zTeamInviteResult,
    400: zErrorEnvelope,
    401: zErrorEnvelope,
    403: zErrorEnvelope,
    409: zErrorEnvelope,
    500: zErrorEnvelope,
  },
} as const;

/** Webhook deliveries, by event. */
export const events = {
  'proposal.received': zProposalReceivedEvent,
  'proposal.status_changed': zProposalStatusChangedEvent,
  'message.received': zMessageReceivedEvent,
  'contract.created': zContractCreatedEvent,
  'milestone.status_changed': zMilestoneStatusChangedEvent,
  'payment.pending': zPaymentPendingEvent,
  'approval.confirmed': zApprovalConfirmedEvent,
  'contract.budget_state_changed': zContractBudgetStateChangedEvent,
} as const;
