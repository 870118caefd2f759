// Generated from spec/opentrain.yaml by npm run generate. Do not edit.

export interface paths {
  '/api/agent/identity': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register an anonymous agent
     *
     * Makes an unclaimed employer account and answers its first token and the claim token, each shown only here. The account can draft and publish jobs and read; what spends money or reaches people waits until a human claims it, within about 24 hours. Repeating the call makes another account.
     */
    post: operations['agent.register'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/agent/identity/claim': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Start a claim
     *
     * Reserves the account for one email address, mails it a link and answers a code and a link for the agent to show. The human opens the link, signs in or up with exactly that address and types the code. An attempt lasts 30 minutes; starting again replaces the code.
     */
    post: operations['agent.startClaim'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/agent/oauth/token': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask whether the claim is done
     *
     * Polled every `interval` seconds while the human claims. The answer that reports success holds the new token and is given exactly once; at that moment every earlier token of the account is dead. Needs a running attempt.
     */
    post: operations['agent.pollClaim'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/agent/oauth/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Revoke a token by possession
     *
     * RFC 7009: whoever holds a personal token can end it, at once and without a bearer header. Unknown and already revoked tokens answer the same 200.
     */
    post: operations['agent.revoke'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/auth/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Say who the token is
     *
     * The person, the token and the account behind a call. Any valid token may ask. Whether the account is claimed is not in the answer.
     */
    get: operations['auth.me'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the account's tokens
     *
     * Active, expired and revoked tokens, never their secrets. Any valid token may ask.
     */
    get: operations['tokens.list'];
    put?: never;
    /**
     * Create a token
     *
     * Makes a further token of the account. It can do no more than the caller: each scope asked for must be covered by one the caller has. The secret is shown only in this answer. At most 25 tokens can be active.
     */
    post: operations['tokens.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/tokens/{tokenId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Revoke a token
     *
     * Ends a token at once and for good. A token may revoke itself. What a second call answers is not documented; nothing more happens.
     */
    delete: operations['tokens.revoke'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/job-drafts/capabilities': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tell what the account may do
     *
     * Which features are on for the account, and which formats, field names and enums drafts take. Ask again after a 403 that names a feature: features are per account and can change. Any valid token may ask; so may an in-app session.
     */
    get: operations['jobDrafts.capabilities'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/job-drafts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create a draft
     *
     * Reads a job out of plain English or a structured import and stores it as an unpublished draft. The answer lists what is still missing, with a question for each gap. Sent again with the same `idempotencyKey`, it answers the draft that exists.
     */
    post: operations['jobDrafts.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/job-drafts/{jobId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Fill in a draft
     *
     * Changes any fields of an unpublished draft of yours and validates it anew. Jobs that are live are changed with `jobs.update`.
     */
    patch: operations['jobDrafts.update'];
    trace?: never;
  };
  '/api/public/v1/jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Search the marketplace
     *
     * Published jobs, without a token. Answers are cached at the edge for about five minutes.
     */
    get: operations['jobs.search'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/jobs/facets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Count the marketplace
     *
     * How many published jobs there are, by category, language, country and payment type. No token; cached like the search.
     */
    get: operations['jobs.facets'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/jobs/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tell what changed in the marketplace
     *
     * The latest change of each published job since a moment. Send the `until` of one answer as the `since` of the next. One answer holds at most 5,000 changes; go on from `until` when it is full. No token; cached like the search.
     */
    get: operations['jobs.changes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/jobs/mine': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the account's jobs
     *
     * Every job of the account, drafts included, newest first.
     */
    get: operations['jobs.listMine'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/jobs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a published job
     *
     * The public view of a job, without a token. There is no call that reads all fields of an own draft.
     */
    get: operations['jobs.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change a live job
     *
     * Changes fields of an open job of yours. Every edit is moderated again; when moderation refuses it, the edit is kept but the job falls back to a draft. Drafts are changed with `jobDrafts.update`.
     */
    patch: operations['jobs.update'];
    trace?: never;
  };
  '/api/public/v1/jobs/{id}/publish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Publish a draft
     *
     * Puts a draft that is ready on the marketplace, after moderation. Publishing an open job again changes nothing. An account can publish 20 jobs in 24 hours, an unclaimed one 3.
     */
    post: operations['jobs.publish'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/jobs/{id}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Close a job
     *
     * Takes a job off the marketplace and stops new proposals. Contracts go on. Closing it again changes nothing; no call opens it again.
     */
    post: operations['jobs.close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/jobs/{id}/invites': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Invite a trainer to a job
     *
     * Invites an AI trainer to a published job of yours. The invite is itself a proposal. Inviting the same trainer again changes nothing.
     */
    post: operations['jobs.invite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/jobs/{id}/proposals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List a job's proposals
     *
     * Proposals for a job of yours, newest first.
     */
    get: operations['jobs.listProposals'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/proposals/{proposalId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a proposal
     *
     * A proposal for a job of yours, with what the interview and the checks found. Names are masked before and after a hire.
     */
    get: operations['proposals.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/proposals/{proposalId}/interview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a candidate's interview
     *
     * The whole AI interview, cleaned of contact details. Look at `aiInterview.transcriptAvailable` of the proposal first. An empty transcript reads `Interview completed.`
     */
    get: operations['proposals.interview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/proposals/{proposalId}/conversation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Open the thread with a candidate
     *
     * Opens the conversation with a candidate before a hire, or answers the one that is open. The employer writes first.
     */
    post: operations['proposals.openConversation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/proposals/{proposalId}/hire': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask a human to confirm a hire
     *
     * Records a hire with its first milestone for a human to confirm at `approval.approvalUrl`; nobody is hired and no money moves before. On confirmation the milestone's amount, a 10 % marketplace fee and 9.95 USD contract initiation fee are charged; the human may change the milestone. The same terms again answer the same approval, other terms replace it.
     */
    post: operations['proposals.hire'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/freelancers/{idOrSlug}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a trainer's profile
     *
     * A trainer's public profile, by user id or profile slug. The name is masked and there is no way to contact in it.
     */
    get: operations['freelancers.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List conversations, or the messages of one
     *
     * Without `conversationId`: the threads the caller is part of, latest activity first. With it: the messages of that thread. Reading marks nothing as read (inferred).
     */
    get: operations['messages.list'];
    put?: never;
    /**
     * Send a message
     *
     * Sends plain text into a thread the caller is part of. It never opens one, and a repeat sends again.
     */
    post: operations['messages.send'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/contracts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List contracts
     *
     * Lists the account's contracts in one answer, newest first. The job conversation and the budget are only on the single read.
     */
    get: operations['contracts.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/contracts/{contractId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a contract
     *
     * Answers one contract with its milestones, its job conversation and how much of its funded budget is used.
     */
    get: operations['contracts.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/contracts/{contractId}/milestones': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Add a milestone
     *
     * Adds an unfunded milestone to an active contract. No money moves: fund it with `milestones.fund`. There is no idempotency key, so a repeat adds another milestone.
     */
    post: operations['contracts.createMilestone'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/contracts/{contractId}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * End a contract
     *
     * Ends the contract at once (200) if no milestone is funded. If one is, answers 202 with a `contract_end` approval, and the contract ends once a human confirms; the funded money is then released or refunded. Repeating the call while that approval is pending answers the same one.
     */
    post: operations['contracts.end'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/milestones/{milestoneId}/fund': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask to fund a milestone
     *
     * Asks a human to put the milestone's money in escrow. Nothing is charged by the call: it answers a `milestone_fund` approval that lives about 72 hours, and the same one again while that is pending. The milestone must be `NOT_FUNDED`, its contract active.
     */
    post: operations['milestones.fund'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/milestones/{milestoneId}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask to pay a milestone out
     *
     * Asks a human to release a funded milestone to the AI trainer. No money moves by the call: it answers a `milestone_approve` approval that lives about 72 hours, and the same one again while that is pending. The milestone must be `ACTIVE_FUNDED`, its contract active.
     */
    post: operations['milestones.approve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/approvals/{approvalId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read an approval
     *
     * Answers the current state of a co-signed action. Poll it until `status` is no longer `pending`. Visible to the account's owner and to the token that asked for it; anyone else gets 404. An approval past `expiresAt` turns `expired` on the next read.
     */
    get: operations['approvals.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/updates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the updates feed
     *
     * Reads events newer than `cursor`, oldest first; without one, from the start of the account's history. Any of the three read scopes will do, and types that the token may not read are left out without an error. Store `nextCursor` and come back with it: an empty page repeats the cursor it was sent.
     */
    get: operations['updates.poll'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/credits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the credit balance
     *
     * Answers the prepaid balance with its ten newest ledger entries; zeros for an account that never used credits. The token of an organization's member sees the owner's account.
     */
    get: operations['credits.balance'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/credits/ledger': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List ledger entries
     *
     * Lists every movement of the credit balance, newest first; empty for an account that never used credits.
     */
    get: operations['credits.ledger'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/credits/top-ups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Start a top-up
     *
     * Opens a Stripe Checkout page on which a human pays; the call itself charges nothing. No event announces the payment, so poll `credits.getTopUp`. There is no idempotency key, so a repeat opens another checkout.
     */
    post: operations['credits.createTopUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/credits/top-ups/{topUpId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a top-up
     *
     * Answers the state of a top-up. One still pending past `expiresAt` turns `EXPIRED` on the next read.
     */
    get: operations['credits.getTopUp'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/payments/pending': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List pending payments
     *
     * Lists invoices that are not settled yet, seen from the caller's side, newest first and in one answer.
     */
    get: operations['payments.pending'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List subscriptions
     *
     * Lists the account's subscriptions, disabled ones included, newest first and in one answer. Never carries a secret.
     */
    get: operations['webhooks.list'];
    put?: never;
    /**
     * Subscribe a URL to events
     *
     * Creates a subscription and answers its signing secret, shown here only. An account has 10 at most. Deliveries begin with the newest event at creation; read older ones with `updates.poll`. Besides `webhooks:manage` the token needs the read scope of every chosen type. There is no idempotency key, so a repeat makes another subscription.
     */
    post: operations['webhooks.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/webhooks/{webhookId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a subscription
     *
     * Answers one subscription, without its secret.
     */
    get: operations['webhooks.get'];
    put?: never;
    post?: never;
    /**
     * Delete a subscription
     *
     * Deletes the subscription and its delivery history for good and stops deliveries at once. Deleting and creating anew is also the only way to change a secret or to leave `DISABLED`. A repeat answers 404.
     */
    delete: operations['webhooks.delete'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/team': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the team
     *
     * Answers the organization with its members and the invites not accepted yet.
     */
    get: operations['team.get'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/team/invites': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Invite a team member
     *
     * Invites a person by email. The owner of an existing OpenTrain account is added at once; an existing member is left as is; `status` tells which it was.
     */
    post: operations['team.invite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface webhooks {
  'proposal.received': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * proposal.received
     *
     * A proposal arrives on one of your jobs.
     */
    post: {
      parameters: {
        query?: never;
        header: {
          /**
           * `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 with the subscription's secret over the decimal `t`, a dot and the raw body.
           * @example t=1767225600,v1=68c277343cfa6e17f003679e959f6392befb47d7f330447600224bfe5a83e80b
           */
          'X-OpenTrain-Signature': components['parameters']['WebhookSignatureHeader'];
          /**
           * Id of the delivery, the same on every retry; deduplicate on it.
           * @example dlv_8k1m
           */
          'X-OpenTrain-Delivery': components['parameters']['WebhookDeliveryHeader'];
          /**
           * Type of the event in the body.
           * @example approval.confirmed
           */
          'X-OpenTrain-Event': components['parameters']['WebhookEventHeader'];
        };
        path?: never;
        cookie?: never;
      };
      /** The event, exactly one a delivery. */
      requestBody: {
        content: {
          'application/json': ProposalReceivedEvent;
        };
      };
      responses: {
        /** Received. Any other answer, or none within 10 seconds, counts as failed. */
        '2XX': {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'proposal.status_changed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * proposal.status_changed
     *
     * A proposal moves to another status: shortlisted, hired, declined and so on.
     */
    post: {
      parameters: {
        query?: never;
        header: {
          /**
           * `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 with the subscription's secret over the decimal `t`, a dot and the raw body.
           * @example t=1767225600,v1=68c277343cfa6e17f003679e959f6392befb47d7f330447600224bfe5a83e80b
           */
          'X-OpenTrain-Signature': components['parameters']['WebhookSignatureHeader'];
          /**
           * Id of the delivery, the same on every retry; deduplicate on it.
           * @example dlv_8k1m
           */
          'X-OpenTrain-Delivery': components['parameters']['WebhookDeliveryHeader'];
          /**
           * Type of the event in the body.
           * @example approval.confirmed
           */
          'X-OpenTrain-Event': components['parameters']['WebhookEventHeader'];
        };
        path?: never;
        cookie?: never;
      };
      /** The event, exactly one a delivery. */
      requestBody: {
        content: {
          'application/json': ProposalStatusChangedEvent;
        };
      };
      responses: {
        /** Received. Any other answer, or none within 10 seconds, counts as failed. */
        '2XX': {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'message.received': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * message.received
     *
     * A message arrives in a conversation you belong to. Read its text with `messages.list`.
     */
    post: {
      parameters: {
        query?: never;
        header: {
          /**
           * `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 with the subscription's secret over the decimal `t`, a dot and the raw body.
           * @example t=1767225600,v1=68c277343cfa6e17f003679e959f6392befb47d7f330447600224bfe5a83e80b
           */
          'X-OpenTrain-Signature': components['parameters']['WebhookSignatureHeader'];
          /**
           * Id of the delivery, the same on every retry; deduplicate on it.
           * @example dlv_8k1m
           */
          'X-OpenTrain-Delivery': components['parameters']['WebhookDeliveryHeader'];
          /**
           * Type of the event in the body.
           * @example approval.confirmed
           */
          'X-OpenTrain-Event': components['parameters']['WebhookEventHeader'];
        };
        path?: never;
        cookie?: never;
      };
      /** The event, exactly one a delivery. */
      requestBody: {
        content: {
          'application/json': MessageReceivedEvent;
        };
      };
      responses: {
        /** Received. Any other answer, or none within 10 seconds, counts as failed. */
        '2XX': {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'contract.created': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * contract.created
     *
     * A human confirmed a hire and its contract exists.
     */
    post: {
      parameters: {
        query?: never;
        header: {
          /**
           * `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 with the subscription's secret over the decimal `t`, a dot and the raw body.
           * @example t=1767225600,v1=68c277343cfa6e17f003679e959f6392befb47d7f330447600224bfe5a83e80b
           */
          'X-OpenTrain-Signature': components['parameters']['WebhookSignatureHeader'];
          /**
           * Id of the delivery, the same on every retry; deduplicate on it.
           * @example dlv_8k1m
           */
          'X-OpenTrain-Delivery': components['parameters']['WebhookDeliveryHeader'];
          /**
           * Type of the event in the body.
           * @example approval.confirmed
           */
          'X-OpenTrain-Event': components['parameters']['WebhookEventHeader'];
        };
        path?: never;
        cookie?: never;
      };
      /** The event, exactly one a delivery. */
      requestBody: {
        content: {
          'application/json': ContractCreatedEvent;
        };
      };
      responses: {
        /** Received. Any other answer, or none within 10 seconds, counts as failed. */
        '2XX': {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'milestone.status_changed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * milestone.status_changed
     *
     * A milestone is created, funded, paid or cancelled.
     */
    post: {
      parameters: {
        query?: never;
        header: {
          /**
           * `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 with the subscription's secret over the decimal `t`, a dot and the raw body.
           * @example t=1767225600,v1=68c277343cfa6e17f003679e959f6392befb47d7f330447600224bfe5a83e80b
           */
          'X-OpenTrain-Signature': components['parameters']['WebhookSignatureHeader'];
          /**
           * Id of the delivery, the same on every retry; deduplicate on it.
           * @example dlv_8k1m
           */
          'X-OpenTrain-Delivery': components['parameters']['WebhookDeliveryHeader'];
          /**
           * Type of the event in the body.
           * @example approval.confirmed
           */
          'X-OpenTrain-Event': components['parameters']['WebhookEventHeader'];
        };
        path?: never;
        cookie?: never;
      };
      /** The event, exactly one a delivery. */
      requestBody: {
        content: {
          'application/json': MilestoneStatusChangedEvent;
        };
      };
      responses: {
        /** Received. Any other answer, or none within 10 seconds, counts as failed. */
        '2XX': {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'payment.pending': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * payment.pending
     *
     * An invoice waits for action; see `payments.pending`.
     */
    post: {
      parameters: {
        query?: never;
        header: {
          /**
           * `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 with the subscription's secret over the decimal `t`, a dot and the raw body.
           * @example t=1767225600,v1=68c277343cfa6e17f003679e959f6392befb47d7f330447600224bfe5a83e80b
           */
          'X-OpenTrain-Signature': components['parameters']['WebhookSignatureHeader'];
          /**
           * Id of the delivery, the same on every retry; deduplicate on it.
           * @example dlv_8k1m
           */
          'X-OpenTrain-Delivery': components['parameters']['WebhookDeliveryHeader'];
          /**
           * Type of the event in the body.
           * @example approval.confirmed
           */
          'X-OpenTrain-Event': components['parameters']['WebhookEventHeader'];
        };
        path?: never;
        cookie?: never;
      };
      /** The event, exactly one a delivery. */
      requestBody: {
        content: {
          'application/json': PaymentPendingEvent;
        };
      };
      responses: {
        /** Received. Any other answer, or none within 10 seconds, counts as failed. */
        '2XX': {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'approval.confirmed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * approval.confirmed
     *
     * An approval is settled. Despite its name it also fires for declined and expired ones: read `data.status`.
     */
    post: {
      parameters: {
        query?: never;
        header: {
          /**
           * `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 with the subscription's secret over the decimal `t`, a dot and the raw body.
           * @example t=1767225600,v1=68c277343cfa6e17f003679e959f6392befb47d7f330447600224bfe5a83e80b
           */
          'X-OpenTrain-Signature': components['parameters']['WebhookSignatureHeader'];
          /**
           * Id of the delivery, the same on every retry; deduplicate on it.
           * @example dlv_8k1m
           */
          'X-OpenTrain-Delivery': components['parameters']['WebhookDeliveryHeader'];
          /**
           * Type of the event in the body.
           * @example approval.confirmed
           */
          'X-OpenTrain-Event': components['parameters']['WebhookEventHeader'];
        };
        path?: never;
        cookie?: never;
      };
      /** The event, exactly one a delivery. */
      requestBody: {
        content: {
          'application/json': ApprovalConfirmedEvent;
        };
      };
      responses: {
        /** Received. Any other answer, or none within 10 seconds, counts as failed. */
        '2XX': {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'contract.budget_state_changed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * contract.budget_state_changed
     *
     * A contract's budget moves between `OK`, `LOW` and `DEPLETED`.
     */
    post: {
      parameters: {
        query?: never;
        header: {
          /**
           * `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 with the subscription's secret over the decimal `t`, a dot and the raw body.
           * @example t=1767225600,v1=68c277343cfa6e17f003679e959f6392befb47d7f330447600224bfe5a83e80b
           */
          'X-OpenTrain-Signature': components['parameters']['WebhookSignatureHeader'];
          /**
           * Id of the delivery, the same on every retry; deduplicate on it.
           * @example dlv_8k1m
           */
          'X-OpenTrain-Delivery': components['parameters']['WebhookDeliveryHeader'];
          /**
           * Type of the event in the body.
           * @example approval.confirmed
           */
          'X-OpenTrain-Event': components['parameters']['WebhookEventHeader'];
        };
        path?: never;
        cookie?: never;
      };
      /** The event, exactly one a delivery. */
      requestBody: {
        content: {
          'application/json': ContractBudgetStateChangedEvent;
        };
      };
      responses: {
        /** Received. Any other answer, or none within 10 seconds, counts as failed. */
        '2XX': {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface components {
  schemas: {
    ErrorEnvelope: ErrorEnvelope;
    ErrorCode: ErrorCode;
    ErrorReason: ErrorReason;
    ErrorDetails: ErrorDetails;
    ValidationIssue: ValidationIssue;
    OAuthErrorBody: OAuthErrorBody;
    OAuthErrorCode: OAuthErrorCode;
    Scope: Scope;
    GrantedScope: GrantedScope;
    AgentRegister: AgentRegister;
    AgentRegistration: AgentRegistration;
    ClaimStart: ClaimStart;
    ClaimAttempt: ClaimAttempt;
    ClaimPoll: ClaimPoll;
    ClaimedToken: ClaimedToken;
    TokenRevocation: TokenRevocation;
    TokenRevocationResult: TokenRevocationResult;
    AuthMe: AuthMe;
    AuthActor: AuthActor;
    AuthToken: AuthToken;
    AuthAccount: AuthAccount;
    ApiToken: ApiToken;
    ApiTokenList: ApiTokenList;
    ApiTokenCreate: ApiTokenCreate;
    CreatedApiToken: CreatedApiToken;
    RevokedApiToken: RevokedApiToken;
    Capabilities: Capabilities;
    CapabilityFlags: CapabilityFlags;
    DraftCapabilities: DraftCapabilities;
    JobDraftCreate: JobDraftCreate;
    JobDraftFromText: JobDraftFromText;
    JobDraftFromSource: JobDraftFromSource;
    JobDraftSource: JobDraftSource;
    JobDraftTextSource: JobDraftTextSource;
    JobDraftCanonicalSource: JobDraftCanonicalSource;
    JobDraftJsonLdSource: JobDraftJsonLdSource;
    JobDraftXmlSource: JobDraftXmlSource;
    JobDraftFromCanonical: JobDraftFromCanonical;
    JobDraftFromJsonLd: JobDraftFromJsonLd;
    JobDraftFromXml: JobDraftFromXml;
    CanonicalJob: CanonicalJob;
    JsonLdJobPosting: JsonLdJobPosting;
    PaymentType: PaymentType;
    ExperienceLevel: ExperienceLevel;
    DataVolumeUnit: DataVolumeUnit;
    JobDraftUpdate: JobDraftUpdate;
    JobDraft: JobDraft;
    JobDraftUpdateResult: JobDraftUpdateResult;
    DraftValidation: DraftValidation;
    DraftIssue: DraftIssue;
    MissingField: MissingField;
    NormalizedJobFields: NormalizedJobFields;
    UnmappedField: UnmappedField;
    JobStatus: JobStatus;
    PublicJob: PublicJob;
    PublicJobPay: PublicJobPay;
    PublicJobPage: PublicJobPage;
    ClosedJob: ClosedJob;
    FacetCount: FacetCount;
    JobFacets: JobFacets;
    JobChange: JobChange;
    JobChanges: JobChanges;
    OwnJob: OwnJob;
    ProposalCounts: ProposalCounts;
    OwnJobPage: OwnJobPage;
    JobUpdate: JobUpdate;
    JobModeration: JobModeration;
    JobUpdateResult: JobUpdateResult;
    JobPublishResult: JobPublishResult;
    PublishSideEffects: PublishSideEffects;
    JobCloseResult: JobCloseResult;
    JobInviteCreate: JobInviteCreate;
    JobInvite: JobInvite;
    ProposalStatusName: ProposalStatusName;
    ProposalStatus: ProposalStatus;
    Bid: Bid;
    Candidate: Candidate;
    ProposalMetrics: ProposalMetrics;
    Proposal: Proposal;
    ProposalPage: ProposalPage;
    ProposalDetail: ProposalDetail;
    AiInterview: AiInterview;
    CandidateVerification: CandidateVerification;
    LocationCheck: LocationCheck;
    IdentityCheck: IdentityCheck;
    ProposalContract: ProposalContract;
    ProposalResponse: ProposalResponse;
    Interview: Interview;
    InterviewMessage: InterviewMessage;
    InterviewResponse: InterviewResponse;
    ProposalConversation: ProposalConversation;
    HireRequest: HireRequest;
    HireMilestone: HireMilestone;
    Freelancer: Freelancer;
    FreelancerSkills: FreelancerSkills;
    FreelancerLanguage: FreelancerLanguage;
    FreelancerStats: FreelancerStats;
    LabelExperience: LabelExperience;
    FreelancerReview: FreelancerReview;
    FreelancerResponse: FreelancerResponse;
    Conversation: Conversation;
    LastMessage: LastMessage;
    ConversationPage: ConversationPage;
    Message: Message;
    MessagePage: MessagePage;
    MessageCreate: MessageCreate;
    MessageSendResult: MessageSendResult;
    Contract: Contract;
    ContractDetail: ContractDetail;
    ContractFreelancer: ContractFreelancer;
    Budget: Budget;
    BudgetState: BudgetState;
    BudgetConsumed: BudgetConsumed;
    BudgetMilestone: BudgetMilestone;
    MilestoneCreate: MilestoneCreate;
    ContractEnded: ContractEnded;
    MilestoneStatus: MilestoneStatus;
    Milestone: Milestone;
    ApprovalType: ApprovalType;
    ApprovalStatus: ApprovalStatus;
    Approval: Approval;
    HireResult: HireResult;
    MilestoneFundResult: MilestoneFundResult;
    MilestoneApproveResult: MilestoneApproveResult;
    ContractEndResult: ContractEndResult;
    ApprovalRequested: ApprovalRequested;
    UpdatePage: UpdatePage;
    Credits: Credits;
    LedgerEntry: LedgerEntry;
    TopUp: TopUp;
    TopUpCreate: TopUpCreate;
    TopUpCreated: TopUpCreated;
    PendingPayment: PendingPayment;
    PendingPaymentJob: PendingPaymentJob;
    PendingPaymentMilestone: PendingPaymentMilestone;
    Webhook: Webhook;
    WebhookCreate: WebhookCreate;
    WebhookCreated: WebhookCreated;
    WebhookDeleted: WebhookDeleted;
    Team: Team;
    TeamOrganization: TeamOrganization;
    TeamMember: TeamMember;
    TeamInvite: TeamInvite;
    TeamInviteCreate: TeamInviteCreate;
    TeamInviteResult: TeamInviteResult;
    WebhookEventType: WebhookEventType;
    WebhookEvent: WebhookEvent;
    EventId: EventId;
    EventApiVersion: EventApiVersion;
    ProposalReceivedEvent: ProposalReceivedEvent;
    ProposalReceivedEventData: ProposalReceivedEventData;
    ProposalStatusChangedEvent: ProposalStatusChangedEvent;
    ProposalStatusChangedEventData: ProposalStatusChangedEventData;
    MessageReceivedEvent: MessageReceivedEvent;
    MessageReceivedEventData: MessageReceivedEventData;
    ContractCreatedEvent: ContractCreatedEvent;
    ContractCreatedEventData: ContractCreatedEventData;
    MilestoneStatusChangedEvent: MilestoneStatusChangedEvent;
    MilestoneStatusChangedEventData: MilestoneStatusChangedEventData;
    PaymentPendingEvent: PaymentPendingEvent;
    PaymentPendingEventData: PaymentPendingEventData;
    ApprovalConfirmedEvent: ApprovalConfirmedEvent;
    ApprovalConfirmedEventData: ApprovalConfirmedEventData;
    ContractBudgetStateChangedEvent: ContractBudgetStateChangedEvent;
    ContractBudgetStateChangedEventData: ContractBudgetStateChangedEventData;
  };
  responses: {
    /** The request can't be served, or not yet; `error` says which. */
    OAuthBadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': OAuthErrorBody;
      };
    };
    /** Anonymous registration is switched off in this environment. */
    OAuthForbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': OAuthErrorBody;
      };
    };
    /** Too many registrations or claim starts; the number is not published. */
    OAuthRateLimited: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': OAuthErrorBody;
      };
    };
    /** The platform failed. */
    OAuthServerError: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': OAuthErrorBody;
      };
    };
    /** No token, or one that is unknown, expired or revoked. */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': ErrorEnvelope;
      };
    };
    /** No such object, or one this account may not know of. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': ErrorEnvelope;
      };
    };
    /**
     * The platform failed.
     *
     * Evidence: inferred
     */
    InternalError: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': ErrorEnvelope;
      };
    };
    /** The body or the query is not acceptable; `details` says what. */
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': ErrorEnvelope;
      };
    };
    /** A gate refused the call: scope, feature or claim, or an object of another account. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': ErrorEnvelope;
      };
    };
    /** The state of the object forbids it; `details.reason` says why where a reason exists. */
    Conflict: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': ErrorEnvelope;
      };
    };
    /** Too many calls, or a daily cap is spent. */
    RateLimited: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': ErrorEnvelope;
      };
    };
  };
  parameters: {
    /** Where to go on: the `nextCursor` of the page before. Leave it out for the first page. */
    Cursor: string;
    /**
     * `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 with the subscription's secret over the decimal `t`, a dot and the raw body.
     * @example t=1767225600,v1=68c277343cfa6e17f003679e959f6392befb47d7f330447600224bfe5a83e80b
     */
    WebhookSignatureHeader: string;
    /**
     * Id of the delivery, the same on every retry; deduplicate on it.
     * @example dlv_8k1m
     */
    WebhookDeliveryHeader: string;
    /**
     * Type of the event in the body.
     * @example approval.confirmed
     */
    WebhookEventHeader: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
/** Body of every failed call under `/api/public/v1` (one exception: the 404 of a delisted job). */
export type ErrorEnvelope = {
  /** What went wrong, for a human. */
  error: string;
  /** Coarse kind of failure, one a status: 400, 401, 403, 404, 409, 429, 500. The list is printed for the Platform API, which shares the envelope. */
  code: ErrorCode;
  /** Quote it to the vendor's support. */
  requestId: string;
  /** Context of a failure. Which members are present depends on the cause; unlisted ones may appear. */
  details?: ErrorDetails;
};

/** Coarse kind of failure, one a status: 400, 401, 403, 404, 409, 429, 500. The list is printed for the Platform API, which shares the envelope. */
export type ErrorCode =
  | 'BAD_REQUEST'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'INTERNAL_ERROR'
  | (string & {});

/** Machine-readable cause. The vendor's full catalogue is not readable, so expect more. */
export type ErrorReason =
  | 'account_claim_required'
  | 'teams_not_enabled'
  | 'invite_email_send_failed'
  | 'moderation_blocked'
  | 'job_not_published'
  | 'not_a_freelancer'
  | 'freelancer_unavailable'
  | 'proposal_not_ready_for_messaging'
  | 'employer_first_message_required'
  | 'read_only_conversation'
  | 'message_blocked'
  | 'message_policy_blocked'
  | 'payment_method_required'
  | 'milestone_not_fundable'
  | 'milestone_not_funded'
  | 'contract_ended'
  | 'contract_rate_missing'
  | (string & {});

/** Context of a failure. Which members are present depends on the cause; unlisted ones may appear. */
export type ErrorDetails = {
  /** Machine-readable cause. The vendor's full catalogue is not readable, so expect more. */
  reason?: ErrorReason;
  /** Scopes the call needs (403). */
  requiredScopes?: GrantedScope[];
  /** Scopes the token has (403). */
  grantedScopes?: GrantedScope[];
  /** Feature that is off for the account (403). */
  featureKey?: string;
  /** How that feature is being rolled out (403). */
  mode?: string;
  /** What was attempted, as a phrase (403, `account_claim_required`). */
  action?: string;
  /** Where a human claims the account (403, `account_claim_required`). */
  claimUrl?: string;
  /** Where a human adds a payment method (409, `payment_method_required`). */
  billingUrl?: string;
  /** What validation found, one entry a problem, as the zod library reports it (400). */
  issues?: ValidationIssue[];
  /** The one bad field (400). */
  field?: string;
  /** Kind of the object that was not found (404). */
  resource?: string;
  /** Values the `status` filter takes (400). */
  supportedStatuses?: string[];
  /** Scopes that do not exist (400). */
  unknownScopes?: string[];
  /** Scopes that exist (400). */
  supportedScopes?: GrantedScope[];
  /** Why a draft can't be published yet (400). */
  validation?: DraftValidation;
  /** What moderation objected to (`moderation_blocked`). */
  reasons?: string[];
  /**
   * Content policy that refused a message (`message_policy_blocked`). The member is documented, its form is not.
   *
   * Evidence: inferred
   */
  policy?: string;
  /** State the object is in (409). */
  status?: string;
  /** State the call needs (409). */
  requiredStatus?: string;
  /** Size of the cap that is spent (429). */
  limit?: number;
  /** Length of that cap's window in hours (429). */
  windowHours?: number;
  /** How long to wait, in seconds (429). */
  retryAfterSeconds?: number;
} & {
  [key: string]: unknown;
};

/** One finding of request validation. */
export type ValidationIssue = {
  /**
   * Kind of problem.
   *
   * Evidence: inferred
   */
  code?: string;
  /**
   * The problem in words.
   *
   * Evidence: inferred
   */
  message?: string;
  /**
   * Where it is: property names and array indexes from the root.
   *
   * Evidence: inferred
   */
  path?: (string | number)[];
} & {
  [key: string]: unknown;
};

/** Body of a failed agent-auth call: the OAuth shape, without `code`, `requestId` or `details`. */
export type OAuthErrorBody = {
  /** What happened, in OAuth's words. */
  error: OAuthErrorCode;
  /** More for a human; the marker `email_already_registered` sits here. */
  error_description?: string;
};

/** What happened, in OAuth's words. */
export type OAuthErrorCode =
  | 'unsupported_identity_type'
  | 'anonymous_not_enabled'
  | 'rate_limit_exceeded'
  | 'server_error'
  | 'invalid_request'
  | 'authorization_pending'
  | 'slow_down'
  | 'expired_token'
  | 'invalid_grant'
  | 'unsupported_grant_type'
  | (string & {});

/** What a token may do. A `:write` scope covers the `:read` of the same resource; nothing else is implied. */
export type Scope =
  | 'jobs:read'
  | 'jobs:write'
  | 'proposals:read'
  | 'proposals:write'
  | 'messages:read'
  | 'messages:write'
  | 'payments:read'
  | 'payments:write'
  | 'team:read'
  | 'team:write'
  | 'webhooks:manage';

/** A scope as the platform reports it; it may add some. */
export type GrantedScope =
  | 'jobs:read'
  | 'jobs:write'
  | 'proposals:read'
  | 'proposals:write'
  | 'messages:read'
  | 'messages:write'
  | 'payments:read'
  | 'payments:write'
  | 'team:read'
  | 'team:write'
  | 'webhooks:manage'
  | (string & {});

/** How the new account introduces itself. All optional. */
export type AgentRegister = {
  /**
   * Only anonymous registration exists.
   * @default anonymous
   */
  identity_type?: 'anonymous' | undefined;
  /** Shown to the human on the claim page. */
  agent_name?: string | undefined;
  /** Name of the new employer account. */
  organization_name?: string | undefined;
};

/** A fresh, unclaimed account. */
export type AgentRegistration = {
  /** Kind of identity. */
  identity_type: 'anonymous' | (string & {});
  /** Id of this registration. */
  registration_id: string;
  /** Personal token (`ot_pat_…`), shown only here. Dies when the account is claimed. */
  access_token: string;
  /** How the token is sent. */
  token_type: 'bearer' | (string & {});
  /** What the token may do before the claim. */
  scopes: GrantedScope[];
  /** Proves ownership in the claim (`ot_clm_…`). Sent in bodies only, never as a bearer. */
  claim_token: string;
  /** End of the claim window, about 24 hours on. After it the account can't be claimed. */
  claim_token_expires_at: string;
  /** Where a claim is started. */
  claim_endpoint: string;
  /** Where the claim is polled. */
  token_endpoint: string;
  /** Grant type to poll with. */
  grant_type: string;
};

/** Who will claim the account. */
export type ClaimStart = {
  /** From the registration. */
  claim_token: string;
  /** The owner's address. It must not belong to an OpenTrain account yet. */
  email: string;
};

/** A running claim: what the agent shows to the human, and how to poll. */
export type ClaimAttempt = {
  /** Six digits, typed by the human. Keep it a string: zeros can lead. */
  user_code: string;
  /** Page the human opens. */
  verification_uri: string;
  /** Seconds the attempt lasts (1800). */
  expires_in: number;
  /** Least seconds between polls (5). */
  interval: number;
  /** Whether the mail went out. */
  email_sent: boolean;
};

/** A poll of the token endpoint, form-encoded. */
export type ClaimPoll = {
  /** The claim grant. */
  grant_type: 'urn:opentrain:agent-auth:grant-type:claim';
  /** From the registration. */
  claim_token: string;
};

/** Token of the claimed account. It does not expire and is never shown again. */
export type ClaimedToken = {
  /** Personal token (`ot_pat_…`). */
  access_token: string;
  /** How the token is sent. */
  token_type: 'bearer' | (string & {});
  /** What the token may do. `payments:write` and `webhooks:manage` are not among them. */
  scopes: GrantedScope[];
};

/** The token to end, form-encoded. */
export type TokenRevocation = {
  /** A personal token (`ot_pat_…`). */
  token: string;
};

/** Empty, also when there was nothing to revoke. */
export type TokenRevocationResult = Record<string, unknown>;

/** Who is calling: person, token, account. */
export type AuthMe = {
  /** The user the token acts for. What an unclaimed agent's user shows here is not documented, hence the nulls (inferred). */
  actor: AuthActor;
  /** The token of this very call. */
  token: AuthToken;
  /** The account the call acts on. */
  account: AuthAccount;
};

/** The user the token acts for. What an unclaimed agent's user shows here is not documented, hence the nulls (inferred). */
export type AuthActor = {
  /** Id of the user. */
  userId: string;
  /** Sign-in address. */
  email: string | null;
  /** Given name. */
  firstName: string | null;
  /** Family name. */
  lastName: string | null;
  /** Both together. */
  fullName: string | null;
  /** Kind of user. */
  userType: 'EMPLOYER' | (string & {});
};

/** The token of this very call. */
export type AuthToken = {
  /** Id of the token, as in `tokens.list`; not the secret. */
  id: string;
  /** Its name. */
  label: string;
  /** What it may do. */
  scopes: GrantedScope[];
  /** Organization it belongs to, if any. */
  ownerOrganizationId: string | null;
};

/** The account the call acts on. */
export type AuthAccount = {
  /** Kind of account. */
  kind: 'employer_organization' | (string & {});
  /** Id of the organization. Null is possible (inferred). */
  organizationId: string | null;
  /** User who owns the account. */
  ownerUserId: string;
  /** The actor's role in it. `OWNER` was seen; `MEMBER` is inferred. */
  memberRole: 'OWNER' | 'MEMBER' | (string & {});
};

/** A personal token without its secret. */
export type ApiToken = {
  /** Id to revoke it by; not the secret. */
  id: string;
  /** Its label. */
  name: string;
  /** Secret with the middle masked: prefix and last four characters. */
  preview: string;
  /** What it may do. */
  scopes: GrantedScope[];
  /** Whether it still works. */
  status: 'active' | 'expired' | 'revoked' | (string & {});
  /** Organization it belongs to, if any. */
  organizationId: string | null;
  /** When it was made. */
  createdAt: string;
  /** Last call with it. */
  lastUsedAt: string | null;
  /** When it ends by itself; null for never. */
  expiresAt: string | null;
  /** When it was revoked. */
  revokedAt: string | null;
};

/** All tokens of the account. */
export type ApiTokenList = {
  /** In one answer; there is no paging. */
  tokens: ApiToken[];
};

/** A token to make. All optional. */
export type ApiTokenCreate = {
  /**
   * A label.
   * @default API token
   */
  name?: string | undefined;
  /** What it may do; by default all the caller may. */
  scopes?: readonly Scope[] | undefined;
  /** When it ends, in the future; by default never. */
  expiresAt?: string | undefined;
};

/** A fresh token with its secret. */
export type CreatedApiToken = {
  /** The secret (`ot_pat_…`), shown only here. */
  token: string;
  /** How it is sent. */
  tokenType: 'bearer' | (string & {});
  /** A personal token without its secret. */
  metadata: ApiToken;
};

/** A token that is no more. */
export type RevokedApiToken = {
  /** A personal token without its secret. */
  token: ApiToken;
};

/** What the account may do and what drafts take. */
export type Capabilities = {
  /** The feature that answered. */
  featureKey: 'public_api_job_drafting' | (string & {});
  /** The family that answered. */
  namespace: 'job-drafts' | (string & {});
  /** How the feature is being rolled out. */
  rolloutMode: 'ALL' | 'ALLOWLIST' | (string & {});
  /** Whether the caller is an admin of the platform. */
  actorIsAdmin: boolean;
  /** Features by name; calls behind a false one answer 403. */
  capabilities: CapabilityFlags;
  /** What drafts take. */
  draft: DraftCapabilities;
  /** How the caller was authenticated. */
  authBootstrap: 'token' | 'session' | (string & {});
  /** True on every 200. */
  enabled: boolean;
};

/** Features by name; calls behind a false one answer 403. */
export type CapabilityFlags = {
  /** Drafts from structured imports. */
  draftImport: boolean;
  /** New drafts. */
  draftCreate: boolean;
  /** Changes to drafts. */
  draftUpdate: boolean;
  /** Links to drafts. */
  draftUrlRead: boolean;
  /** Publish, close and change jobs (`public_api_job_publishing`). */
  publish: boolean;
  /** Hires and invites (`public_api_hiring`). */
  hiring: boolean;
  /** Messages and new threads (`public_api_messaging_writes`). */
  messagingWrites: boolean;
  /** Team calls (`public_api_team`). */
  team: boolean;
  /** Milestones and ends of contracts (`public_api_payments_write`). */
  paymentsWrite: boolean;
  /** Credits calls (`public_api_credits`). */
  credits: boolean;
  /** Webhook subscriptions (`public_api_webhooks`). */
  webhooks: boolean;
};

/** What drafts take. */
export type DraftCapabilities = {
  /** Formats `jobDrafts.create` reads. */
  importFormats: (
    | 'text'
    | 'opentrain_canonical'
    | 'schema_org_job_posting'
    | 'indeed_xml'
    | 'hr_xml'
    | (string & {})
  )[];
  /** All keys `jobDrafts.update` and `jobs.update` take. The authority: the docs print only a part. */
  updateKeys: string[];
  /** Canonical values by key. */
  enums: {
    [key: string]: string[];
  };
};

/** A job to read: plain text, a source object, or a format with its payload. */
export type JobDraftCreate =
  | JobDraftFromText
  | JobDraftFromSource
  | JobDraftFromCanonical
  | JobDraftFromJsonLd
  | JobDraftFromXml;

/** A job in plain English. */
export type JobDraftFromText = {
  /** The job in your words. */
  rawJobDescription: string;
  /** Your own reference. It does not prevent duplicates. */
  externalId?: string | undefined;
  /** The same key answers the same draft. */
  idempotencyKey?: string | undefined;
};

/** A job as a source object. */
export type JobDraftFromSource = {
  /** Where the job is read from, by `type`. Where structured imports keep their payload in here is inferred from the top-level keys. */
  source: JobDraftSource;
  /** Your own reference; can sit in `source` as well. */
  externalId?: string | undefined;
  /** The same key answers the same draft; can sit in `source` as well. */
  idempotencyKey?: string | undefined;
};

/** Where the job is read from, by `type`. Where structured imports keep their payload in here is inferred from the top-level keys. */
export type JobDraftSource =
  | JobDraftTextSource
  | JobDraftCanonicalSource
  | JobDraftJsonLdSource
  | JobDraftXmlSource;

/** Plain English. */
export type JobDraftTextSource = {
  /** Kind of source. */
  type: 'text';
  /** The job in your words. */
  text: string;
  /** Your own reference. */
  externalId?: string | undefined;
  /** The same key answers the same draft. */
  idempotencyKey?: string | undefined;
};

/** OpenTrain's own format. */
export type JobDraftCanonicalSource = {
  /** Kind of source. */
  type: 'opentrain_canonical';
  /**
   * A job in OpenTrain's own format. The docs name these keys as examples; others are taken and, if not understood, come back as `unmappedFields`. Types are inferred from names.
   *
   * Evidence: inferred
   */
  job: CanonicalJob;
  /** Your own reference. */
  externalId?: string | undefined;
  /** The same key answers the same draft. */
  idempotencyKey?: string | undefined;
};

/** A schema.org JobPosting. */
export type JobDraftJsonLdSource = {
  /** Kind of source. */
  type: 'schema_org_job_posting';
  /**
   * A schema.org JobPosting as JSON-LD.
   *
   * Evidence: inferred
   */
  jsonLd: JsonLdJobPosting;
  /** Your own reference. */
  externalId?: string | undefined;
  /** The same key answers the same draft. */
  idempotencyKey?: string | undefined;
};

/** A job as XML. */
export type JobDraftXmlSource = {
  /** Kind of source. */
  type: 'indeed_xml' | 'hr_xml';
  /**
   * The document.
   *
   * Evidence: inferred
   */
  xml: string;
  /** Your own reference. */
  externalId?: string | undefined;
  /** The same key answers the same draft. */
  idempotencyKey?: string | undefined;
};

/** A job in OpenTrain's own format. */
export type JobDraftFromCanonical = {
  /** Kind of payload. */
  format: 'opentrain_canonical';
  /** A job in OpenTrain's own format. The docs name these keys as examples; others are taken and, if not understood, come back as `unmappedFields`. Types are inferred from names. */
  job: CanonicalJob;
  /** Your own reference. */
  externalId?: string | undefined;
  /** The same key answers the same draft. */
  idempotencyKey?: string | undefined;
};

/** A job as a schema.org JobPosting. */
export type JobDraftFromJsonLd = {
  /** Kind of payload. */
  format: 'schema_org_job_posting';
  /** A schema.org JobPosting as JSON-LD. */
  jsonLd: JsonLdJobPosting;
  /** Your own reference. */
  externalId?: string | undefined;
  /** The same key answers the same draft. */
  idempotencyKey?: string | undefined;
};

/** A job as XML. */
export type JobDraftFromXml = {
  /** Kind of payload. */
  format: 'indeed_xml' | 'hr_xml';
  /** The document. */
  xml: string;
  /** Your own reference. */
  externalId?: string | undefined;
  /** The same key answers the same draft. */
  idempotencyKey?: string | undefined;
};

/** A job in OpenTrain's own format. The docs name these keys as examples; others are taken and, if not understood, come back as `unmappedFields`. Types are inferred from names. */
export type CanonicalJob = {
  /**
   * Becomes `jobTitle` (inferred).
   *
   * Evidence: inferred
   */
  title?: string | undefined;
  /**
   * Becomes `jobDescription` (inferred).
   *
   * Evidence: inferred
   */
  description?: string | undefined;
  /** How trainers are paid. Send the matching price too. */
  paymentType?: PaymentType | undefined;
  /**
   * USD; becomes the price key of the payment type (inferred).
   *
   * Evidence: inferred
   */
  rateAmount?: number | undefined;
  /**
   * Languages trainers need.
   *
   * Evidence: inferred
   */
  languages?: readonly string[] | undefined;
  /**
   * Countries trainers may live in.
   *
   * Evidence: inferred
   */
  countries?: readonly string[] | undefined;
  /**
   * Kinds of annotation.
   *
   * Evidence: inferred
   */
  labelTypes?: readonly string[] | undefined;
  /**
   * Becomes `labelingSoftware` (inferred).
   *
   * Evidence: inferred
   */
  tools?: readonly string[] | undefined;
  /** How experienced trainers have to be. */
  experienceLevel?: ExperienceLevel | undefined;
} & {
  [key: string]: unknown;
};

/** A schema.org JobPosting as JSON-LD. */
export type JsonLdJobPosting = {
  [key: string]: unknown;
};

/** How trainers are paid. Send the matching price too. */
export type PaymentType = 'PAY_PER_LABEL' | 'PAY_PER_HOUR' | 'FIXED_PRICE';

/** How experienced trainers have to be. */
export type ExperienceLevel = 'EXPERT' | 'ENTRY_LEVEL' | 'INTERMEDIATE' | 'ANY_EXPERIENCE_LEVEL';

/** What `dataVolume` counts. */
export type DataVolumeUnit =
  | 'HOURS_OF_RECORDING_AUDIO_VIDEO'
  | 'NUMBER_OF_FILES'
  | 'NUMBER_OF_WORDS'
  | 'UNKNOWN_NOT_SPECIFIED';

/** Fields to change. These are the keys that could be read in the docs, which print a shortened list; the whole one is `draft.updateKeys` of `jobDrafts.capabilities`. The platform refuses keys it does not know. */
export type JobDraftUpdate = {
  /** Title. */
  jobTitle?: string | undefined;
  /** The whole text. */
  jobDescription?: string | undefined;
  /** How trainers are paid. Send the matching price too. */
  paymentType?: PaymentType | undefined;
  /** USD an hour, for `PAY_PER_HOUR`. */
  pricePerHour?: number | undefined;
  /** USD a label, for `PAY_PER_LABEL`. */
  pricePerLabel?: number | undefined;
  /** USD in total, for `FIXED_PRICE`. */
  fixedPrice?: number | undefined;
  /** How experienced trainers have to be. */
  experienceLevel?: ExperienceLevel | undefined;
  /** How much data, in `dataVolumeUnit`. */
  dataVolume?: number | undefined;
  /** What `dataVolume` counts. */
  dataVolumeUnit?: DataVolumeUnit | undefined;
  /** How many trainers to hire. That it is whole is inferred. */
  headcount?: number | undefined;
  /** Languages trainers need, by English name. */
  languages?: readonly string[] | undefined;
  /** Countries trainers may live in. Two-letter codes, and empty for anywhere, are inferred. */
  countries?: readonly string[] | undefined;
  /** Kinds of annotation. The values are not published. */
  labelTypes?: readonly string[] | undefined;
  /**
   * What is to be labelled. The key is documented, its type is not.
   *
   * Evidence: inferred
   */
  labelingOverview?: string | undefined;
  /**
   * What the data is. The key is documented, its type is not.
   *
   * Evidence: inferred
   */
  datasetDescription?: string | undefined;
  /**
   * Kind of data. The key is documented, its type is not.
   *
   * Evidence: inferred
   */
  dataType?: string | undefined;
  /**
   * Field of knowledge. The key is documented, its type is not.
   *
   * Evidence: inferred
   */
  subjectMatter?: string | readonly string[] | undefined;
  /**
   * Tool the work is done in. The key is documented, its type is not.
   *
   * Evidence: inferred
   */
  labelingSoftware?: string | undefined;
  /**
   * What the AI interviewer should look for. The key is documented, its type is not.
   *
   * Evidence: inferred
   */
  aiInterviewRequirements?: string | undefined;
  /**
   * The key is documented, its type and values are not.
   *
   * Evidence: inferred
   */
  budgetRange?: string | undefined;
  /**
   * The key is documented, its type and values are not.
   *
   * Evidence: inferred
   */
  workloadDesc?: string | undefined;
  /**
   * The key is documented, its type and values are not.
   *
   * Evidence: inferred
   */
  timeRequirement?: string | undefined;
  /**
   * The key is documented, its type and values are not.
   *
   * Evidence: inferred
   */
  projectDuration?: string | undefined;
  /**
   * The key is documented, its type and values are not.
   *
   * Evidence: inferred
   */
  freelancerType?: string | undefined;
  /**
   * The key is documented, its type and values are not.
   *
   * Evidence: inferred
   */
  projectScope?: string | undefined;
  /**
   * The key is documented, its type and values are not.
   *
   * Evidence: inferred
   */
  visibility?: string | undefined;
};

/** A draft as `jobDrafts.create` answers it. */
export type JobDraft = {
  /** True. */
  ok: boolean;
  /** Id to update and publish it by. */
  jobId: string;
  /** Drafts never publish themselves. */
  status: 'DRAFT' | (string & {});
  /** The draft in the app's editor. */
  draftUrl: string;
  /** The draft for a human to review; the same page so far. */
  reviewUrl: string;
  /** Whether a draft can be published. */
  validation: DraftValidation;
  /** What keeps it from being published, one entry a gap. */
  missingFields: MissingField[];
  /** What was read out of the input, under the keys of `jobDrafts.update`. These six were seen; the rest of the keys may appear. */
  normalizedFields: NormalizedJobFields;
  /** Remarks that block nothing. That they are strings is inferred. */
  warnings: string[];
  /** Parts of the input that were not understood. */
  unmappedFields: UnmappedField[];
  /** Fields that were read but are uncertain. That they are strings is inferred. */
  lowConfidenceFields: string[];
};

/** A draft after a change. */
export type JobDraftUpdateResult = {
  /** True. */
  ok: boolean;
  /** Id of the draft. */
  jobId: string;
  /** Still a draft. */
  status: 'DRAFT' | (string & {});
  /** The draft in the app's editor. */
  draftUrl: string;
  /** Whether a draft can be published. */
  validation: DraftValidation;
  /**
   * The gaps in full, as on create. Whether updates answer them is not documented.
   *
   * Evidence: inferred
   */
  missingFields?: MissingField[];
};

/** Whether a draft can be published. */
export type DraftValidation = {
  /** Publishing works only when true. */
  publishReady: boolean;
  /** How many issues there are. */
  issueCount: number;
  /** How many fields are missing. */
  missingFieldCount: number;
  /** Names of the missing fields. The pages disagree: one shows it empty beside a count of 2. */
  missingFields: string[];
  /** What else is wrong; only ever seen empty. */
  issues: DraftIssue[];
};

/** Something wrong with a draft. The form is not documented. */
export type DraftIssue = {
  /**
   * Field it is about.
   *
   * Evidence: inferred
   */
  field?: string;
  /**
   * Kind of issue.
   *
   * Evidence: inferred
   */
  code?: string;
  /**
   * The issue in words.
   *
   * Evidence: inferred
   */
  message?: string;
} & {
  [key: string]: unknown;
};

/** A gap of a draft and how to fill it. */
export type MissingField = {
  /** Name of the field. */
  field: string;
  /** Name to show. */
  label: string;
  /** Why it blocks. */
  message: string;
  /** Kind of gap; the pages spell it in two ways (`missing_required_field`, `MISSING_EXPERIENCE_LEVEL`). */
  code: string;
  /** Question to put to a human; may begin with `ask:`. */
  prompt: string;
  /** Kind of value; `enum` and `number` were seen, the others are inferred. */
  type: 'enum' | 'number' | 'string' | 'array' | 'boolean' | (string & {});
  /** Values to choose from; null when not an enum. */
  enumValues: string[] | null;
  /** Keys of `jobDrafts.update` that fill the gap. */
  updateKeys: string[];
  /** A sample value, as a string also for numbers. Null is possible (inferred). */
  example: string | null;
  /** Advice. */
  hint: string | null;
};

/** What was read out of the input, under the keys of `jobDrafts.update`. These six were seen; the rest of the keys may appear. */
export type NormalizedJobFields = {
  /** Title. */
  jobTitle?: string;
  /** How trainers are paid. */
  paymentType?: 'PAY_PER_LABEL' | 'PAY_PER_HOUR' | 'FIXED_PRICE' | (string & {});
  /** Languages trainers need. */
  languages?: string[];
  /** How many trainers to hire. */
  headcount?: number;
  /** How much data. */
  dataVolume?: number;
  /** What `dataVolume` counts. */
  dataVolumeUnit?:
    | 'HOURS_OF_RECORDING_AUDIO_VIDEO'
    | 'NUMBER_OF_FILES'
    | 'NUMBER_OF_WORDS'
    | 'UNKNOWN_NOT_SPECIFIED'
    | (string & {});
} & {
  [key: string]: unknown;
};

/** A part of the input that was not understood. */
export type UnmappedField = {
  /** Where it was. */
  path: string;
  /** Why it was left. */
  reason: string;
  /**
   * The start of its value. The name is cut off in the docs.
   *
   * Evidence: inferred
   */
  valuePreview?: string;
};

/** Where an own job is in its life. */
export type JobStatus =
  | 'DRAFT'
  | 'OPEN'
  | 'ONGOING'
  | 'COMPLETED'
  | 'ARCHIVED'
  | 'PENDING_APPROVAL';

/** A job as anyone sees it. Experience level, data type and label types are display text here, not the enums of drafts. */
export type PublicJob = {
  /** Id of the job. */
  id: string;
  /** Readable part of its address. */
  slug: string;
  /** Title. */
  title: string;
  /** Who hires. Null is possible (inferred). */
  companyName: string | null;
  /** The text, plain. */
  descriptionText: string;
  /** The text as HTML. */
  descriptionHtml: string;
  /** Title for search engines. */
  seoTitle: string | null;
  /** The text in short. */
  summary: string | null;
  /** Only `OPEN` was seen. */
  status: 'OPEN' | (string & {});
  /** When it was published. */
  datePosted: string;
  /** When the listing ends. */
  validThrough: string;
  /** Last change. */
  updatedAt: string;
  /** Kinds of employment. */
  employmentTypes: ('CONTRACTOR' | (string & {}))[];
  /** Countries trainers may live in; empty for anywhere (inferred). */
  countries: string[];
  /** Languages trainers need. */
  languages: string[];
  /** Kind of work, such as `Audio Annotation`. Null is possible (inferred). */
  category: string | null;
  /** Kind of data, such as `Audio`. Null is possible (inferred). */
  dataType: string | null;
  /** Kinds of annotation. */
  labelTypes: string[];
  /** Skills asked for. */
  skills: string[];
  /** Tool the work is done in. */
  labelingSoftware: string | null;
  /** How experienced trainers have to be, such as `Intermediate`. Null is possible (inferred). */
  experienceLevel: string | null;
  /** What a job pays. Only the rates that apply are set. */
  pay: PublicJobPay;
  /** Its page. */
  url: string;
  /** Where trainers apply. */
  applyUrl: string;
};

/** What a job pays. Only the rates that apply are set. */
export type PublicJobPay = {
  /** How trainers are paid. */
  paymentType: 'PAY_PER_LABEL' | 'PAY_PER_HOUR' | 'FIXED_PRICE' | (string & {});
  /** Upper case here. */
  currency: 'USD' | (string & {});
  /** An hour. */
  hourlyRate: number | null;
  /** An hour, at least. */
  hourlyMin: number | null;
  /** An hour, at most. */
  hourlyMax: number | null;
  /** In total. */
  fixedPrice: number | null;
  /** A label. */
  perLabelRate: number | null;
};

/** A page of published jobs. */
export type PublicJobPage = {
  /** The jobs. */
  jobs: PublicJob[];
  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
  /** When the answer was made; it may come from a cache. */
  generatedAt: string;
};

/** What is left of a job that is no longer listed: the body of its 404. */
export type ClosedJob = {
  /** Id of the job. */
  id: string;
  /** Lower case, unlike every other job status. */
  status: 'closed';
};

/** A value and how many jobs have it. */
export type FacetCount = {
  /** The value. */
  value: string;
  /** How many jobs. */
  count: number;
};

/** The marketplace in numbers. Each list is sorted, largest first. */
export type JobFacets = {
  /** All published jobs. */
  totalJobs: number;
  /** By category. */
  categories: FacetCount[];
  /** By language. */
  languages: FacetCount[];
  /** By country, two-letter codes. */
  countries: FacetCount[];
  /** By payment type. */
  payTypes: FacetCount[];
  /** When the answer was made. */
  generatedAt: string;
};

/** The latest change of a published job. */
export type JobChange = {
  /** Id of the job. */
  jobId: string;
  /** What happened. */
  eventType: 'PUBLISHED' | 'UPDATED' | 'CLOSED' | (string & {});
  /** When. */
  occurredAt: string;
};

/** A window of changes. */
export type JobChanges = {
  /** Start of the window, as asked. */
  since: string;
  /** End of the window: the next `since`. */
  until: string;
  /** One entry a job. */
  changes: JobChange[];
  /** When the answer was made. */
  generatedAt: string;
};

/** A job of the account, in short. */
export type OwnJob = {
  /** Id of the job. */
  id: string;
  /** Title. Null is possible for a draft (inferred). */
  title: string | null;
  /** Where it is in its life. */
  status:
    | 'DRAFT'
    | 'OPEN'
    | 'ONGOING'
    | 'COMPLETED'
    | 'ARCHIVED'
    | 'PENDING_APPROVAL'
    | (string & {});
  /** Whether it is published. */
  published: boolean;
  /** Whether trainers can apply. */
  acceptingApplicants: boolean;
  /** When it was made. */
  createdAt: string;
  /** Last change. */
  updatedAt: string;
  /** Its page. Null is possible for a draft (inferred). */
  jobUrl: string | null;
  /** How many proposals a job has. */
  proposalCounts: ProposalCounts;
};

/** How many proposals a job has. */
export type ProposalCounts = {
  /** All. */
  total: number;
  /** Those nobody looked at. */
  unreviewed: number;
};

/** A page of own jobs. */
export type OwnJobPage = {
  /** The jobs, newest first. */
  jobs: OwnJob[];
  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
};

/** Fields of a live job to change: the same as of a draft. */
export type JobUpdate = JobDraftUpdate;

/** What moderation said. */
export type JobModeration = {
  /** Only `ALLOW` was seen; a refusal is a 409. */
  decision: 'ALLOW' | (string & {});
  /** Why; empty when allowed. */
  reasons: string[];
};

/** A live job after a change. */
export type JobUpdateResult = {
  /** True. */
  ok: boolean;
  /** Id of the job. */
  jobId: string;
  /** Still open. */
  status: 'OPEN' | (string & {});
  /** What moderation said. */
  moderation: JobModeration;
};

/** A job that is open. */
export type JobPublishResult = {
  /** True. */
  ok: boolean;
  /** Id of the job. */
  jobId: string;
  /** Now open. */
  status: 'OPEN' | (string & {});
  /** True when it was open before and nothing happened. */
  alreadyPublished: boolean;
  /** Its page. */
  jobUrl: string;
  /** Reference for an audit. */
  publishAttemptId: string | null;
  /** Remarks that block nothing. */
  warnings: string[];
  /** What publishing set off. */
  sideEffects: PublishSideEffects;
};

/** What publishing set off. */
export type PublishSideEffects = {
  /** Whether it was set off. */
  dispatched: boolean;
  /** How far it is; `queued` was seen, the other is inferred. */
  status: 'queued' | 'skipped' | (string & {});
};

/** A job that is closed. */
export type JobCloseResult = {
  /** True. */
  ok: boolean;
  /** Id of the job. */
  jobId: string;
  /** Now archived. */
  status: 'ARCHIVED' | (string & {});
  /** True when it was closed before and nothing happened. */
  alreadyClosed: boolean;
};

/** Whom to invite. */
export type JobInviteCreate = {
  /** The trainer's user id. */
  freelancerId: string;
};

/** An invite, which is a proposal. */
export type JobInvite = {
  /** True. */
  ok: boolean;
  /** Read it with `proposals.get`. */
  proposalId: string;
  /** Id of the job. */
  jobId: string;
  /** The trainer's user id. */
  freelancerId: string;
  /** True when the trainer was invited before and nothing happened. */
  alreadyInvited: boolean;
};

/** Where a proposal stands with the employer. */
export type ProposalStatusName =
  | 'UNREVIEWED'
  | 'SHORTLISTED'
  | 'MAYBE'
  | 'HIRED'
  | 'DECLINED'
  | 'NOT_A_FIT'
  | 'RESUME_SENT';

/** Where a proposal stands. */
export type ProposalStatus = {
  /** For code. */
  raw:
    | 'UNREVIEWED'
    | 'SHORTLISTED'
    | 'MAYBE'
    | 'HIRED'
    | 'DECLINED'
    | 'NOT_A_FIT'
    | 'RESUME_SENT'
    | (string & {});
  /** For people, such as `Shortlisted`. */
  label: string;
};

/** What the trainer asks for. */
export type Bid = {
  /** USD a unit. Null is possible for an invite (inferred). */
  amountUsd: number | null;
  /** What the amount pays. `PER_LABEL` was seen, a guide writes `per_hour`; the others are inferred. Null is possible for an invite (inferred). */
  unit: 'PER_LABEL' | 'PER_HOUR' | 'FIXED_PRICE' | (string & {}) | null;
  /** Hourly rate of the trainer's profile, in USD (meaning inferred). */
  labelerHourlyRateUsd: number | null;
};

/** The trainer behind a proposal, name masked. Key on `id`: masked names are neither unique nor stable. */
export type Candidate = {
  /** User id: the `freelancerId` of invites, and what `freelancers.get` takes. */
  id: string;
  /** Readable id of the profile. Null is possible (inferred). */
  profileSlug: string | null;
  /** First name and initial, or `Freelancer`. */
  displayName: string;
  /** First name. */
  firstName: string;
  /** Initial of the last name, with or without a dot. */
  lastNameInitial: string;
  /** What the trainer does. Null is possible (inferred). */
  profileTitle: string | null;
  /** Portrait. Null is possible (inferred). */
  profilePhotoUrl: string | null;
  /** Two letters. Null is possible (inferred). */
  countryCode: string | null;
  /** English name. Null is possible (inferred). */
  country: string | null;
  /** Person or agency; the pages spell it in two ways. */
  talentType: 'FREELANCER' | 'Individual' | (string & {});
  /** USD. Null is possible (inferred). */
  highestEarningsUsd: number | null;
  /** How many reviews the trainer has. */
  reviewCount: number;
};

/** How well the candidate fits. The pages disagree on both scales, so none is promised. */
export type ProposalMetrics = {
  /** Result of the AI interview. Null is possible (inferred). */
  interviewScore: number | null;
  /** Match with the job. Null is possible (inferred). */
  matchScore: number | null;
};

/** A proposal in short, as lists have it. */
export type Proposal = {
  /** Id of the proposal. */
  id: string;
  /** Job it is for. */
  jobId: string;
  /** Title of that job. */
  jobTitle: string;
  /** When it came. */
  createdAt: string;
  /** Last change. */
  updatedAt: string;
  /** Where a proposal stands. */
  status: ProposalStatus;
  /** What the trainer asks for. */
  bid: Bid;
  /** The trainer behind a proposal, name masked. Key on `id`: masked names are neither unique nor stable. */
  candidate: Candidate;
  /** How well the candidate fits. The pages disagree on both scales, so none is promised. */
  metrics: ProposalMetrics;
};

/** A page of proposals. */
export type ProposalPage = {
  /** The proposals, newest first. */
  proposals: Proposal[];
  /** Cursor of the next page, a proposal id; null on the last. */
  nextCursor: string | null;
};

/** A proposal with what the interview and the checks found. Resumes, emails, phones and payment details are never in it. */
export type ProposalDetail = Proposal & {
  /** The AI interview in short. Null is possible (inferred). */
  aiInterview: AiInterview | null;
  /** What was checked about a candidate. */
  verification: CandidateVerification;
  /** Result of the labelling assessment. Only null was seen; the form is not documented. */
  openLabel: {
    [key: string]: unknown;
  } | null;
  /** Contract that came of it. */
  contract: ProposalContract | null;
};

/** The AI interview in short. */
export type AiInterview = {
  /** The same as `metrics.interviewScore`. Null is possible (inferred). */
  score: number | null;
  /** What it showed. Null is possible (inferred). */
  summary: string | null;
  /** Whether `proposals.interview` has something to read. */
  transcriptAvailable: boolean;
};

/** What was checked about a candidate. */
export type CandidateVerification = {
  /** The check of where the candidate is. Null is possible (inferred). */
  location: LocationCheck | null;
  /** Who the candidate is. */
  identity: IdentityCheck;
};

/** Where the candidate is. */
export type LocationCheck = {
  /** Outcome; `PASSED` was seen. */
  status: 'PASSED' | (string & {});
  /** How it was checked; `GPS` was seen. */
  method: 'GPS' | (string & {});
  /** When. */
  checkedAt: string;
};

/** Who the candidate is. */
export type IdentityCheck = {
  /** Whether the identity is proven. */
  verified: boolean;
};

/** Contract made by a hire. Only null was seen in its place; the form is inferred. */
export type ProposalContract = {
  /**
   * Id of the contract.
   *
   * Evidence: inferred
   */
  id?: string;
  /**
   * Whether it runs.
   *
   * Evidence: inferred
   */
  status?: 'active' | 'ended' | (string & {});
} & {
  [key: string]: unknown;
};

/** One proposal. */
export type ProposalResponse = {
  /** A proposal with what the interview and the checks found. Resumes, emails, phones and payment details are never in it. */
  proposal: ProposalDetail;
};

/** An AI interview. */
export type Interview = {
  /** Proposal it belongs to. */
  proposalId: string;
  /** Id of the interview. */
  interviewId: string;
  /** Result. Null is possible (inferred). */
  score: number | null;
  /** What it showed. Null is possible (inferred). */
  summary: string | null;
  /** All that was said, oldest first. */
  messages: InterviewMessage[];
};

/** Something said in an interview. */
export type InterviewMessage = {
  /** Id of the message. */
  id: string;
  /** Who said it. */
  role: 'interviewer' | 'candidate' | (string & {});
  /** What was said. */
  content: string;
  /** When. */
  sentAt: string;
};

/** One interview. */
export type InterviewResponse = {
  /** An AI interview. */
  interview: Interview;
};

/** The thread with a candidate before a hire. */
export type ProposalConversation = {
  /** True. */
  ok: boolean;
  /** Id for `messages.list` and `messages.send`. */
  conversationId: string;
  /** Proposal it belongs to. */
  proposalId: string;
  /** Job of that proposal. */
  jobId: string;
  /** True when it was opened now, false when it was open. */
  created: boolean;
};

/** Terms of a hire. */
export type HireRequest = {
  /** The first milestone, paid into escrow when a human confirms. Give a name, a description or both. */
  milestone: HireMilestone;
  /**
   * True to go on with a proposal marked Not a fit. That such a flag exists is documented, its name is not.
   *
   * Evidence: inferred
   */
  confirmNotAFit?: boolean | undefined;
};

/** The first milestone, paid into escrow when a human confirms. Give a name, a description or both. */
export type HireMilestone = {
  /** Short label. Needed when there is no description. */
  name?: string | undefined;
  /** What is to be done. Needed when there is no name. */
  description?: string | undefined;
  /** USD. That it is required, and above zero, is inferred. */
  amount: number;
  /** Day it is due, `YYYY-MM-DD`. */
  dueDate?: string | undefined;
};

/** A trainer's public profile. Key on `id`: masked names are neither unique nor stable. */
export type Freelancer = {
  /** User id. */
  id: string;
  /** Readable id of the profile. */
  profileSlug: string;
  /** Path of the profile's page, `/profile/<slug>`. */
  profilePath: string;
  /** First name and initial, or `Freelancer`. */
  displayName: string;
  /** First name. */
  firstName: string;
  /** Initial of the last name, with or without a dot. */
  lastNameInitial: string;
  /** Person or agency; the pages spell it in two ways. */
  talentType: 'Individual' | 'FREELANCER' | (string & {});
  /** What the trainer does. Null is possible (inferred). */
  title: string | null;
  /** In the trainer's words. Null is possible (inferred). */
  bio: string | null;
  /** Where the trainer lives. Null is possible (inferred). */
  city: string | null;
  /** Two letters. Null is possible (inferred). */
  countryCode: string | null;
  /** English name. Null is possible (inferred). */
  country: string | null;
  /** Portrait. Null is possible (inferred). */
  profilePhotoUrl: string | null;
  /** USD an hour. Null is possible (inferred). */
  hourlyRateUsd: number | null;
  /** How much time the trainer has. `FULL_TIME` was seen; the other, and null, are inferred. */
  availability: 'FULL_TIME' | 'PART_TIME' | (string & {}) | null;
  /** How experienced. `EXPERT` was seen; the others, and null, are inferred. */
  expertiseLevel: 'EXPERT' | 'INTERMEDIATE' | 'ENTRY_LEVEL' | (string & {}) | null;
  /** How good the English is. `FLUENT` was seen; the others, and null, are inferred. */
  englishLevel: 'FLUENT' | 'NATIVE' | 'CONVERSATIONAL' | (string & {}) | null;
  /** When the trainer joined. */
  memberSince: string;
  /** Whether the identity is proven. */
  identityVerified: boolean;
  /** What a trainer can do. */
  skills: FreelancerSkills;
  /** Languages spoken. */
  languages: FreelancerLanguage[];
  /** A trainer's record. */
  stats: FreelancerStats;
  /** Agency the trainer works for. Only null was seen; the form is not documented. */
  agency: {
    [key: string]: unknown;
  } | null;
  /** Annotation work done. */
  labelExperience: LabelExperience[];
  /** Other work. Only seen empty; the form of its items is not documented. */
  workExperience: {
    [key: string]: unknown;
  }[];
  /** Schools. Only seen empty; the form of its items is not documented. */
  education: {
    [key: string]: unknown;
  }[];
  /** What employers said. */
  reviews: FreelancerReview[];
};

/** What a trainer can do. */
export type FreelancerSkills = {
  /** Fields of knowledge, as display text. */
  subjectMatter: string[];
  /** Skills, in upper snake case. */
  tags: string[];
  /** Kinds of data, in upper snake case. */
  dataTypes: string[];
  /** Kinds of annotation, in upper snake case. */
  labelTypes: string[];
  /** Tools. */
  software: string[];
};

/** A language a trainer speaks. */
export type FreelancerLanguage = {
  /** English name. */
  language: string;
  /** How well. */
  proficiency: 'NATIVE' | 'FLUENT' | (string & {});
};

/** A trainer's record. */
export type FreelancerStats = {
  /** USD earned. Null is possible (inferred). */
  totalEarnedUsd: number | null;
  /** Hours paid. Null is possible (inferred). */
  billedHours: number | null;
  /** 0 to 100 (inferred). Null is possible (inferred). */
  jobSuccessScore: number | null;
  /** How many reviews. Null is possible (inferred). */
  reviewCount: number | null;
  /** 0 to 5 (inferred). Null is possible (inferred). */
  averageRating: number | null;
};

/** Annotation work a trainer did. */
export type LabelExperience = {
  /** Id of the entry. */
  id: string;
  /** What it was. */
  title: string;
  /** More about it. Null is possible (inferred). */
  description: string | null;
  /** First year. Null is possible (inferred). */
  fromYear: number | null;
  /** Last year. Null is possible while it goes on (inferred). */
  toYear: number | null;
  /** Whether it goes on. */
  ongoing: boolean;
  /** Tool. Null is possible (inferred). */
  software: string | null;
  /** Kind of data. Null is possible (inferred). */
  dataType: string | null;
  /** Kinds of annotation. */
  labelTypes: string[];
};

/** What an employer said. Who it was is not told. */
export type FreelancerReview = {
  /** Id of the review. */
  id: string;
  /** Up to 5 (inferred). */
  rating: number;
  /** In words. Null is possible (inferred). */
  comment: string | null;
  /** When. */
  createdAt: string;
};

/** One trainer. */
export type FreelancerResponse = {
  /** A trainer's public profile. Key on `id`: masked names are neither unique nor stable. */
  freelancer: Freelancer;
};

/** A thread in short. */
export type Conversation = {
  /** Id of the thread. */
  id: string;
  /** Kind of thread. Channels must have another value, which is not documented. */
  type: 'DIRECT_MESSAGE' | (string & {});
  /** Before a hire, or after one. `job` is inferred from the filter. */
  bucket: 'proposal' | 'job' | (string & {});
  /** Job it belongs to; null on a proposal thread. */
  jobId: string | null;
  /** Proposal it belongs to. */
  proposalId: string | null;
  /** Name of a channel. */
  channelName: string | null;
  /** Latest activity. */
  updatedAt: string;
  /** Latest message. Null is possible (inferred). */
  lastMessage: LastMessage | null;
  /** Messages not read. */
  unreadCount: number;
  /** Messages that wait for an answer. */
  needsReplyCount: number;
};

/** Latest message of a thread, in short. */
export type LastMessage = {
  /** Id of the message. */
  id: string;
  /** Its text. */
  content: string;
  /** Who wrote it. Null is possible (inferred). */
  senderUserId: string | null;
  /** Whether the caller did. */
  isFromViewer: boolean;
  /** When. */
  createdAt: string;
};

/** A page of threads. */
export type ConversationPage = {
  /** The threads, latest activity first. */
  conversations: Conversation[];
  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
};

/** A message. Attachments show as counts and flags only. */
export type Message = {
  /** Id of the message. */
  id: string;
  /** Thread it is in. */
  conversationId: string;
  /** When it was sent. */
  createdAt: string;
  /** Last change. */
  updatedAt: string;
  /** Job of the thread; null on a proposal thread. */
  jobId: string | null;
  /** Who wrote it. Null is possible for system messages (inferred). */
  senderUserId: string | null;
  /** Whether the caller did. */
  isFromViewer: boolean;
  /** Plain text. */
  content: string;
  /** Null for a plain message; other values are not documented. */
  messageType: string | null;
  /** Whether the platform wrote it. */
  system: boolean;
  /** Whether it is unread. */
  hasUnreadFlag: boolean;
  /** How many files it has. */
  attachmentCount: number;
  /** Whether one of them is audio. */
  hasAudio: boolean;
  /** When it was edited. */
  editedAt: string | null;
  /** How many reactions it has. */
  reactionCount: number;
};

/** A page of messages. The order within a page is not documented. */
export type MessagePage = {
  /**
   * The messages. The name of this key is inferred.
   *
   * Evidence: inferred
   */
  messages: Message[];
  /** Cursor of the next page in the same direction; null on the last. */
  nextCursor: string | null;
};

/** A message to send. */
export type MessageCreate = {
  /** Thread to write in. */
  conversationId: string;
  /** Plain text. */
  content: string;
};

/** A message that was sent. */
export type MessageSendResult = {
  /** True. */
  ok: boolean;
  /** A message. Attachments show as counts and flags only. */
  message: Message;
};

/** The agreement with one hired AI trainer on one job. Only a confirmed hire creates one. */
export type Contract = {
  /** Id of the contract. */
  id: string;
  /** Whether the contract runs. */
  status: 'active' | 'ended' | (string & {});
  /**
   * Title of the contract.
   *
   * Evidence: inferred
   */
  title: string | null;
  /** Job hired for. */
  jobId: string;
  /**
   * Proposal hired from.
   *
   * Evidence: inferred
   */
  proposalId: string | null;
  /** What is paid for, a fixed price, hours or labels; null where none is set. */
  paymentType: 'FIXED_PRICE' | 'PAY_PER_HOUR' | 'PAY_PER_LABEL' | (string & {}) | null;
  /** US dollars per hour or label, or the fixed price; null where the contract has no rate. */
  rateUsd: number | null;
  /**
   * Expected total in US dollars.
   *
   * Evidence: inferred
   */
  estimatedTotalUsd: number | null;
  /** Expected hours or labels; null for a fixed price. */
  estimatedVolume: number | null;
  /** Whether a milestone is funded and under way. */
  hasActiveMilestone: boolean;
  /** When the contract began. */
  startDate: string;
  /** When it ended; null while it runs. */
  endDate: string | null;
  /** When the contract was created. */
  createdAt: string;
  /** When it last changed. */
  updatedAt: string;
  /** The AI trainer hired, under a masked name. Key on `userId`; names are neither unique nor stable. */
  freelancer: ContractFreelancer;
  /** The milestones; refunded and cancelled ones are left out. */
  milestones: Milestone[];
};

/** A contract with the two parts that only the single read carries. */
export type ContractDetail = Contract & {
  /**
   * Conversation opened by the hire, for `messages.send`.
   *
   * Evidence: inferred
   */
  jobDmConversationId: string | null;
  /**
   * How much of the funded work is used up.
   *
   * Evidence: inferred
   */
  budget: Budget | null;
};

/** The AI trainer hired, under a masked name. Key on `userId`; names are neither unique nor stable. */
export type ContractFreelancer = {
  /** The AI trainer's user id. */
  userId: string;
  /** First name and last initial, or `Freelancer` where no name is known. */
  displayName: string;
  /** Country of the AI trainer, if known. */
  country: string | null;
  /** Path of the profile page, such as `/profile/<slug>`. */
  profilePath: string;
};

/** Funded against reported work of one contract. Reading it emits no event. */
export type Budget = {
  /** Contract that the figures are of. */
  contractId: string;
  /** What is paid for; decides whether volumes are hours or labels. */
  paymentType: 'FIXED_PRICE' | 'PAY_PER_HOUR' | 'PAY_PER_LABEL' | (string & {}) | null;
  /** `OK` while less than 0.8 of the funded volume is consumed, `LOW` from 0.8, `DEPLETED` from 1. Always `OK` for a fixed price and when nothing is funded. */
  state: BudgetState;
  /** Hours or labels over all funded and completed milestones; 0 for a fixed price. */
  fundedVolume: number;
  /** US dollars over the same milestones. */
  fundedAmountUsd: number;
  /** Raw totals of reported work. */
  consumed: BudgetConsumed;
  /** Hours (hourly) or labels (per-label) consumed. */
  consumedVolume: number;
  /** Funded minus consumed volume, never below 0. */
  remainingVolume: number;
  /** Consumed over funded volume, to 4 decimals; 0 if nothing is funded. */
  consumedFraction: number;
  /** The funded milestone under way, if there is one. */
  activeMilestone: BudgetMilestone | null;
  /** When work was last reported; null if it never was. */
  lastUsageAt: string | null;
};

/** `OK` while less than 0.8 of the funded volume is consumed, `LOW` from 0.8, `DEPLETED` from 1. Always `OK` for a fixed price and when nothing is funded. */
export type BudgetState = 'OK' | 'LOW' | 'DEPLETED' | (string & {});

/** Raw totals of reported work. */
export type BudgetConsumed = {
  /** Seconds worked. */
  seconds: number;
  /** The same time in hours. */
  hours: number;
  /** Labels made. */
  labels: number;
  /** Tasks done. */
  tasks: number;
};

/** The funded milestone that work is counted against. */
export type BudgetMilestone = {
  /** Id of the milestone. */
  id: string;
  /**
   * Its label.
   *
   * Evidence: inferred
   */
  name: string | null;
  /** Its price in US dollars. */
  amountUsd: number;
  /** Its hours or labels; null for a fixed price. */
  volume: number | null;
  /** Where a milestone stands. Paid, refunded, cancelled and disputed milestones exist too, but how the API spells those states is not published. */
  status: MilestoneStatus;
};

/** A milestone to add. Fixed price needs `amountUsd`; hourly and per-label need `volume`, and if `amountUsd` is given too it must be rate times volume. */
export type MilestoneCreate = {
  /** What is to be delivered. */
  description: string;
  /** Short label. */
  name?: string | undefined;
  /** Price in US dollars; needed on a fixed-price contract, else worked out from rate and volume. */
  amountUsd?: number | undefined;
  /** Hours or labels; needed on an hourly or per-label contract. */
  volume?: number | undefined;
  /** Due date, ISO 8601. A bare date such as `2026-07-15` is read as midnight UTC. */
  dueDate?: string | undefined;
};

/** The contract has ended at once, as nothing was funded. */
export type ContractEnded = {
  /** Always true. */
  ok: true;
  /** The contract that ended. */
  contractId: string;
  /** Tells this answer from a pending approval. */
  status: 'ended';
};

/** Where a milestone stands. Paid, refunded, cancelled and disputed milestones exist too, but how the API spells those states is not published. */
export type MilestoneStatus = 'NOT_FUNDED' | 'ACTIVE_FUNDED' | (string & {});

/** A piece of a contract with a price of its own, funded into escrow and then paid out. */
export type Milestone = {
  /** Id of the milestone. */
  id: string;
  /**
   * Short label, if one was given.
   *
   * Evidence: inferred
   */
  name: string | null;
  /**
   * What is to be delivered.
   *
   * Evidence: inferred
   */
  description: string | null;
  /** Where a milestone stands. Paid, refunded, cancelled and disputed milestones exist too, but how the API spells those states is not published. */
  status: MilestoneStatus;
  /** Price in US dollars, without fees. */
  amountUsd: number;
  /** Hours or labels; null for a fixed price. */
  volume: number | null;
  /** Place in the contract, from 1. */
  milestoneNumber: number;
  /** When it is due, if that was set. */
  dueDate: string | null;
  /** Not explained by the documents; read here as an approval of this milestone waiting for a human. */
  pendingApproval: boolean;
  /** Not explained by the documents; read here as the AI trainer having asked for payout. */
  needsReview: boolean;
  /** Invoice that funded it; null until funded. */
  invoiceId: string | null;
  /** When the milestone was created. */
  createdAt: string;
};

/** The action that waits for a human's confirmation. */
export type ApprovalType =
  | 'proposal_hire'
  | 'milestone_fund'
  | 'milestone_approve'
  | 'contract_end';

/** Where an approval stands. `confirmed` means the action has already run; after `declined` or `expired` nothing has happened. Only `pending` can still change. */
export type ApprovalStatus = 'pending' | 'confirmed' | 'declined' | 'expired';

/** A co-signed action: the API call recorded it, and a signed-in human confirms or declines it at `approvalUrl`. No API call can confirm one. */
export type Approval = {
  /** Id of the approval. */
  id: string;
  /** The action that waits for a human's confirmation. */
  type: ApprovalType;
  /** Where an approval stands. `confirmed` means the action has already run; after `declined` or `expired` nothing has happened. Only `pending` can still change. */
  status: ApprovalStatus;
  /** Contract concerned; null on a hire, whose contract does not exist when it is asked for. */
  contractId: string | null;
  /** Milestone concerned; null on a hire and on a contract's end. */
  milestoneId: string | null;
  /**
   * Job concerned. Every published sample carries one.
   *
   * Evidence: inferred
   */
  jobId: string | null;
  /** Proposal to hire from; null for the other three types. */
  proposalId: string | null;
  /** Page on which a signed-in human confirms or declines. Hand it to that person. */
  approvalUrl: string;
  /** When the request lapses, about 72 hours after it was made. */
  expiresAt: string;
  /** When it was confirmed or declined, or found expired; null while pending. */
  resolvedAt: string | null;
  /** What the action produced, its form following `type`; null unless `status` is `confirmed`. */
  result: HireResult | MilestoneApproveResult | MilestoneFundResult | ContractEndResult | null;
  /** When the approval was asked for. */
  createdAt: string;
};

/** Result of a confirmed `proposal_hire`. */
export type HireResult = {
  /** Always true. */
  hired: true;
  /** The contract that the hire created. */
  contractId: string;
  /** Job hired for. */
  jobId: string;
  /** The AI trainer hired. */
  freelancerUserId: string;
};

/** Result of a confirmed `milestone_fund`. */
export type MilestoneFundResult = {
  /** Invoice that funded the milestone. */
  invoiceId: string;
  /**
   * Payment intent of the card charge. The documents disagree on its presence; expect none when credits paid.
   *
   * Evidence: inferred
   */
  paymentIntentId?: string | null;
};

/** Result of a confirmed `milestone_approve`. */
export type MilestoneApproveResult = {
  /** Invoice of the payout. */
  invoiceId: string;
  /** Transaction that pays the AI trainer. */
  payoutTransactionId: string;
};

/** Result of a confirmed `contract_end`. */
export type ContractEndResult = {
  /** Always true. */
  contractEnded: true;
};

/** Answer of a co-signed call: nothing has happened yet. Show `approval.approvalUrl` to a human and watch the approval until it leaves `pending`. */
export type ApprovalRequested = {
  /** A co-signed action: the API call recorded it, and a signed-in human confirms or declines it at `approvalUrl`. No API call can confirm one. */
  approval: Approval;
  /** Sentence for people that says a signed-in human must confirm; its wording differs by call. */
  message: string;
};

/** One page of the updates feed. */
export type UpdatePage = {
  /** The events, oldest first. Ids rise but have gaps, as unreadable types are left out. A type that is not listed here may appear: pass over what you do not know. */
  events: WebhookEvent[];
  /** Cursor to come back with, on an empty page too. What an empty first page carries is not published. */
  nextCursor: string;
  /** Whether more events are there already. */
  hasMore: boolean;
};

/** Prepaid money that can pay for hires and milestones in place of a card. A human still confirms each use. */
export type Credits = {
  /** Spendable now, in US cents. */
  availableCents: number;
  /** Held for active hires, in US cents. */
  reservedCents: number;
  /** Currency of the balance, lower case. */
  currency: 'usd' | (string & {});
  /** The ten newest ledger entries. */
  recentEntries: LedgerEntry[];
};

/** One movement of the credit balance. */
export type LedgerEntry = {
  /** Id of the entry. */
  id: string;
  /** `TOP_UP` pays in; `HOLD` reserves for a hire or milestone; `HOLD_RELEASE` frees a reserve; `CAPTURE` spends one on a payout; `REFUND` gives back; `ADJUSTMENT` is a correction by OpenTrain. */
  type: 'TOP_UP' | 'HOLD' | 'HOLD_RELEASE' | 'CAPTURE' | 'REFUND' | 'ADJUSTMENT' | (string & {});
  /** US cents; positive adds to the available balance, negative draws from it. The sign of a `CAPTURE`, which only lowers the reserve, is not published. */
  amountCents: number;
  /** When it was booked. */
  createdAt: string;
  /** Another ledger entry; presumably the hold that this one settles. */
  holdEntryId: string | null;
  /** Id of the proposal concerned (spelled like this, lower-case o). */
  jobofferId: string | null;
  /** Contract concerned. */
  contractId: string | null;
  /** Milestone concerned. */
  milestoneId: string | null;
  /** Top-up that paid in. */
  topUpId: string | null;
  /** Remark for people. */
  note: string | null;
};

/** A payment into the credit balance. */
export type TopUp = {
  /** Id of the top-up. */
  id: string;
  /** `PENDING` until paid, then `COMPLETED`; `EXPIRED` links can no longer be paid. What makes one `CANCELED` is not published. */
  status: 'PENDING' | 'COMPLETED' | 'EXPIRED' | 'CANCELED' | (string & {});
  /** Amount in US cents. */
  amountCents: number;
  /** When it was started. */
  createdAt: string;
  /** When it was paid; null until then. */
  completedAt: string | null;
  /** Until when the checkout page can be paid, about 24 hours. */
  expiresAt: string | null;
};

/** A top-up to start. */
export type TopUpCreate = {
  /** Amount in US dollars, 10 to 10000. The platform also takes it under the name `amount`. */
  amountUsd: number;
};

/** A started top-up and the page on which a human pays it. */
export type TopUpCreated = {
  /** Id of the top-up. */
  topUpId: string;
  /** Stripe Checkout page. Hand it to a person. */
  checkoutUrl: string;
  /** Until when the page can be paid, about 24 hours. */
  expiresAt: string | null;
  /** A payment into the credit balance. */
  topUp: TopUp;
  /** Sentence for people on what to do next. */
  message: string;
};

/** An invoice that is not settled yet. */
export type PendingPayment = {
  /** Id of the invoice. */
  id: string;
  /** `PENDING_FUNDING`: you owe the funding. `PENDING_PAYOUT`: a payout to you is under way. */
  status: 'PENDING_FUNDING' | 'PENDING_PAYOUT' | (string & {});
  /** What the invoice is for. The list of values is not published; `FUNDING` is the one seen. */
  invoiceKind: 'FUNDING' | (string & {});
  /** The caller's side of it. The list of values is not published; `EMPLOYER` is the one seen. */
  viewerRole: 'EMPLOYER' | (string & {});
  /** Amount in US dollars; the published sample carries the milestone's amount without fees. */
  amountUsd: number;
  /** When the invoice was made. */
  createdAt: string;
  /** Number on the invoice. */
  invoiceNumber: number;
  /** Job that an invoice belongs to. */
  job: PendingPaymentJob;
  /**
   * Milestone that the invoice is for.
   *
   * Evidence: inferred
   */
  milestone: PendingPaymentMilestone | null;
};

/** Job that an invoice belongs to. */
export type PendingPaymentJob = {
  /** Id of the job. */
  id: string;
  /** Its title. */
  title: string;
};

/** Milestone that an invoice is for. */
export type PendingPaymentMilestone = {
  /** Id of the milestone. */
  id: string;
  /**
   * Its label, if one was given.
   *
   * Evidence: inferred
   */
  name: string | null;
};

/** A subscription of one URL to some event types. It turns `DISABLED` after repeated failed deliveries and then cannot be re-enabled. */
export type Webhook = {
  /** Id of the subscription. */
  id: string;
  /** Where events are posted. */
  url: string;
  /** The event types delivered. */
  eventTypes: WebhookEventType[];
  /** Whether events are delivered. */
  status: 'ACTIVE' | 'DISABLED' | (string & {});
  /** When it was created. */
  createdAt: string;
  /** When it was disabled; null while active. */
  disabledAt: string | null;
  /** Why, as a sentence; null while active. */
  disabledReason: string | null;
};

/** A subscription to create. */
export type WebhookCreate = {
  /** Absolute https URL of at most 2048 characters; plain http only for localhost. */
  url: string;
  /** Event types to deliver, at least one; duplicates are merged. */
  eventTypes: readonly WebhookEventType[];
};

/** A new subscription with its secret. */
export type WebhookCreated = {
  /** A subscription of one URL to some event types. It turns `DISABLED` after repeated failed deliveries and then cannot be re-enabled. */
  webhook: Webhook;
  /** Signing secret, `whsec_…`. Shown this once; it cannot be read or rotated later. */
  secret: string;
  /** Sentence for people on keeping the secret. */
  message: string;
};

/** A deleted subscription. */
export type WebhookDeleted = {
  /** A subscription of one URL to some event types. It turns `DISABLED` after repeated failed deliveries and then cannot be re-enabled. */
  webhook: Webhook;
  /** Always true. */
  deleted: true;
};

/** An organization, its members and its open invites. */
export type Team = {
  /** The organization that a team belongs to. */
  organization: TeamOrganization;
  /** The members, the owner among them. */
  members: TeamMember[];
  /** Invites not accepted yet. */
  invites: TeamInvite[];
};

/** The organization that a team belongs to. */
export type TeamOrganization = {
  /** Id of the organization. */
  id: string;
  /** Its name. */
  name: string;
  /** User id of its owner. */
  ownerUserId: string;
  /** Name of its owner. */
  ownerName: string;
};

/** A person in the team. */
export type TeamMember = {
  /** Id of the user. */
  userId: string;
  /** The person's role. The list of values is not published as complete. */
  role: 'OWNER' | 'MEMBER' | (string & {});
  /** Full name. */
  name: string;
  /** The address the person signs in with. */
  email: string;
  /** When the person joined. */
  joinedAt: string;
};

/** An invite not accepted yet. */
export type TeamInvite = {
  /** Id of the invite. */
  id: string;
  /** The address invited. */
  email: string;
  /** When it was sent. */
  createdAt: string;
  /** Until when it can be accepted; 7 days in the published sample. */
  expiresAt: string;
};

/** A person to invite. */
export type TeamInviteCreate = {
  /** Address to invite. */
  email: string;
};

/** Outcome of an invite, with the team as it is now. */
export type TeamInviteResult = {
  /** Always true. */
  ok: true;
  /** `invite_created`: mail sent, listed until accepted. `member_added`: the address had an account, which joined at once. `already_member`: nothing changed. */
  status: 'invite_created' | 'member_added' | 'already_member' | (string & {});
  /** The address invited. */
  email: string;
  /** An organization, its members and its open invites. */
  team: Team;
};

/** The public event types. Reading or subscribing to one needs the scope that its event schema carries as `x-scope`. */
export type WebhookEventType =
  | 'proposal.received'
  | 'proposal.status_changed'
  | 'message.received'
  | 'contract.created'
  | 'milestone.status_changed'
  | 'payment.pending'
  | 'approval.confirmed'
  | 'contract.budget_state_changed';

/** One event, the same record in the updates feed and as the body of a webhook. It carries ids, never message text or names. Deliveries repeat up to five times (after 1, 5, 30 and 120 minutes) and may arrive out of order: sort by `id`. The list of types is complete as published and may grow. */
export type WebhookEvent =
  | ProposalReceivedEvent
  | ProposalStatusChangedEvent
  | MessageReceivedEvent
  | ContractCreatedEvent
  | MilestoneStatusChangedEvent
  | PaymentPendingEvent
  | ApprovalConfirmedEvent
  | ContractBudgetStateChangedEvent;

/** Id of the event, a decimal number as a string. It rises from event to event, and is the feed's cursor. */
export type EventId = string;

/** Version of the event's form. */
export type EventApiVersion = 'v1' | (string & {});

/** A proposal arrives on one of your jobs. */
export type ProposalReceivedEvent = {
  /** Id of the event, a decimal number as a string. It rises from event to event, and is the feed's cursor. */
  id: EventId;
  /** Always `proposal.received`. */
  type: 'proposal.received';
  /** Version of the event's form. */
  apiVersion: EventApiVersion;
  /** When it happened. */
  createdAt: string;
  /** The proposal. */
  resourceId: string;
  /**
   * Job concerned, if there is one.
   *
   * Evidence: inferred
   */
  jobId: string | null;
  /** Data of `proposal.received`. Further fields may come. */
  data: ProposalReceivedEventData;
};

/** Data of `proposal.received`. Further fields may come. */
export type ProposalReceivedEventData = {
  /** The proposal that arrived. */
  proposalId: string;
  /** Job it was made on. */
  jobId: string;
};

/** A proposal moves to another status: shortlisted, hired, declined and so on. */
export type ProposalStatusChangedEvent = {
  /** Id of the event, a decimal number as a string. It rises from event to event, and is the feed's cursor. */
  id: EventId;
  /** Always `proposal.status_changed`. */
  type: 'proposal.status_changed';
  /** Version of the event's form. */
  apiVersion: EventApiVersion;
  /** When it happened. */
  createdAt: string;
  /**
   * The proposal.
   *
   * Evidence: inferred
   */
  resourceId: string;
  /**
   * Job concerned, if there is one.
   *
   * Evidence: inferred
   */
  jobId: string | null;
  /** Data of `proposal.status_changed`. Further fields may come. */
  data: ProposalStatusChangedEventData;
};

/** Data of `proposal.status_changed`. Further fields may come. */
export type ProposalStatusChangedEventData = {
  /** The proposal that moved. */
  proposalId: string;
  /**
   * Its new status; whether in the raw spelling, as listed here, is not published.
   *
   * Evidence: inferred
   */
  status:
    | 'UNREVIEWED'
    | 'SHORTLISTED'
    | 'MAYBE'
    | 'HIRED'
    | 'DECLINED'
    | 'NOT_A_FIT'
    | 'RESUME_SENT'
    | (string & {});
};

/** A message arrives in a conversation you belong to. Read its text with `messages.list`. */
export type MessageReceivedEvent = {
  /** Id of the event, a decimal number as a string. It rises from event to event, and is the feed's cursor. */
  id: EventId;
  /** Always `message.received`. */
  type: 'message.received';
  /** Version of the event's form. */
  apiVersion: EventApiVersion;
  /** When it happened. */
  createdAt: string;
  /**
   * The message or its conversation; which of them is not published.
   *
   * Evidence: inferred
   */
  resourceId: string;
  /**
   * Job concerned, if there is one.
   *
   * Evidence: inferred
   */
  jobId: string | null;
  /** Data of `message.received`. Further fields may come. */
  data: MessageReceivedEventData;
};

/** Data of `message.received`. Further fields may come. */
export type MessageReceivedEventData = {
  /** Conversation it arrived in. */
  conversationId: string;
  /** The message. */
  messageId: string;
};

/** A human confirmed a hire and its contract exists. */
export type ContractCreatedEvent = {
  /** Id of the event, a decimal number as a string. It rises from event to event, and is the feed's cursor. */
  id: EventId;
  /** Always `contract.created`. */
  type: 'contract.created';
  /** Version of the event's form. */
  apiVersion: EventApiVersion;
  /** When it happened. */
  createdAt: string;
  /**
   * The contract.
   *
   * Evidence: inferred
   */
  resourceId: string;
  /**
   * Job concerned, if there is one.
   *
   * Evidence: inferred
   */
  jobId: string | null;
  /** Data of `contract.created`. Further fields may come. */
  data: ContractCreatedEventData;
};

/** Data of `contract.created`. Further fields may come. */
export type ContractCreatedEventData = {
  /** The new contract. */
  contractId: string;
  /** Job hired for. */
  jobId: string;
  /** Proposal hired from. */
  proposalId: string;
};

/** A milestone is created, funded, paid or cancelled. */
export type MilestoneStatusChangedEvent = {
  /** Id of the event, a decimal number as a string. It rises from event to event, and is the feed's cursor. */
  id: EventId;
  /** Always `milestone.status_changed`. */
  type: 'milestone.status_changed';
  /** Version of the event's form. */
  apiVersion: EventApiVersion;
  /** When it happened. */
  createdAt: string;
  /**
   * The milestone.
   *
   * Evidence: inferred
   */
  resourceId: string;
  /**
   * Job concerned, if there is one.
   *
   * Evidence: inferred
   */
  jobId: string | null;
  /** Data of `milestone.status_changed`. Further fields may come. */
  data: MilestoneStatusChangedEventData;
};

/** Data of `milestone.status_changed`. Further fields may come. */
export type MilestoneStatusChangedEventData = {
  /** The milestone that changed. */
  milestoneId: string;
  /** Its contract. */
  contractId: string;
  /** Its new status. */
  status: MilestoneStatus;
};

/** An invoice waits for action; see `payments.pending`. */
export type PaymentPendingEvent = {
  /** Id of the event, a decimal number as a string. It rises from event to event, and is the feed's cursor. */
  id: EventId;
  /** Always `payment.pending`. */
  type: 'payment.pending';
  /** Version of the event's form. */
  apiVersion: EventApiVersion;
  /** When it happened. */
  createdAt: string;
  /**
   * The invoice.
   *
   * Evidence: inferred
   */
  resourceId: string;
  /**
   * Job concerned, if there is one.
   *
   * Evidence: inferred
   */
  jobId: string | null;
  /** Data of `payment.pending`. Further fields may come. */
  data: PaymentPendingEventData;
};

/** Data of `payment.pending`. Further fields may come. */
export type PaymentPendingEventData = {
  /** The invoice. */
  invoiceId: string;
  /** Milestone it is for. */
  milestoneId: string;
  /** Contract of that milestone. */
  contractId: string;
};

/** An approval is settled. Despite its name it also fires for declined and expired ones: read `data.status`. */
export type ApprovalConfirmedEvent = {
  /** Id of the event, a decimal number as a string. It rises from event to event, and is the feed's cursor. */
  id: EventId;
  /** Always `approval.confirmed`. */
  type: 'approval.confirmed';
  /** Version of the event's form. */
  apiVersion: EventApiVersion;
  /** When it happened. */
  createdAt: string;
  /** The approval. */
  resourceId: string;
  /**
   * Job concerned, if there is one.
   *
   * Evidence: inferred
   */
  jobId: string | null;
  /** Data of `approval.confirmed`. Further fields may come. */
  data: ApprovalConfirmedEventData;
};

/** Data of `approval.confirmed`. Further fields may come. */
export type ApprovalConfirmedEventData = {
  /** The approval; read it with `approvals.get`. */
  approvalId: string;
  /** How it was settled. */
  status: 'confirmed' | 'declined' | 'expired';
};

/** A contract's budget moves between `OK`, `LOW` and `DEPLETED`. */
export type ContractBudgetStateChangedEvent = {
  /** Id of the event, a decimal number as a string. It rises from event to event, and is the feed's cursor. */
  id: EventId;
  /** Always `contract.budget_state_changed`. */
  type: 'contract.budget_state_changed';
  /** Version of the event's form. */
  apiVersion: EventApiVersion;
  /** When it happened. */
  createdAt: string;
  /**
   * The contract.
   *
   * Evidence: inferred
   */
  resourceId: string;
  /**
   * Job concerned, if there is one.
   *
   * Evidence: inferred
   */
  jobId: string | null;
  /** Data of `contract.budget_state_changed`. Further fields may come. */
  data: ContractBudgetStateChangedEventData;
};

/** Data of `contract.budget_state_changed`. Further fields may come. */
export type ContractBudgetStateChangedEventData = {
  /** Contract whose budget moved. */
  contractId: string;
  /** State before the move. */
  previousState: BudgetState;
  /** State after the move. */
  state: BudgetState;
  /** What is paid for; decides whether volumes are hours or labels. */
  paymentType: 'FIXED_PRICE' | 'PAY_PER_HOUR' | 'PAY_PER_LABEL' | (string & {}) | null;
  /** Hours or labels funded. */
  fundedVolume: number;
  /** Hours or labels consumed. */
  consumedVolume: number;
  /** Hours or labels left, never below 0. */
  remainingVolume: number;
  /** Consumed over funded volume. */
  consumedFraction: number;
};

export type $defs = Record<string, never>;

export interface operations {
  'agent.register': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': AgentRegister;
      };
    };
    responses: {
      /**
       * Registered. Store both tokens now.
       *
       * Evidence: inferred
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': AgentRegistration;
        };
      };
      /** The request can't be served, or not yet; `error` says which. */
      400: components['responses']['OAuthBadRequest'];
      /** Anonymous registration is switched off in this environment. */
      403: components['responses']['OAuthForbidden'];
      /** Too many registrations or claim starts; the number is not published. */
      429: components['responses']['OAuthRateLimited'];
      /** The platform failed. */
      500: components['responses']['OAuthServerError'];
    };
  };
  'agent.startClaim': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': ClaimStart;
      };
    };
    responses: {
      /**
       * The attempt runs. Show code and link to the human, whatever `email_sent` says.
       *
       * Evidence: inferred
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ClaimAttempt;
        };
      };
      /** The request can't be served, or not yet; `error` says which. */
      400: components['responses']['OAuthBadRequest'];
      /** Anonymous registration is switched off in this environment. */
      403: components['responses']['OAuthForbidden'];
      /** Too many registrations or claim starts; the number is not published. */
      429: components['responses']['OAuthRateLimited'];
      /** The platform failed. */
      500: components['responses']['OAuthServerError'];
    };
  };
  'agent.pollClaim': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': ClaimPoll;
      };
    };
    responses: {
      /** Claimed. Store the token and forget the earlier ones. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ClaimedToken;
        };
      };
      /** The request can't be served, or not yet; `error` says which. */
      400: components['responses']['OAuthBadRequest'];
      /** The platform failed. */
      500: components['responses']['OAuthServerError'];
    };
  };
  'agent.revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': TokenRevocation;
      };
    };
    responses: {
      /** The token is not valid (any more). */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': TokenRevocationResult;
        };
      };
      /** The request can't be served, or not yet; `error` says which. */
      400: components['responses']['OAuthBadRequest'];
      /** The platform failed. */
      500: components['responses']['OAuthServerError'];
    };
  };
  'auth.me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The caller. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': AuthMe;
        };
      };
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** No such object, or one this account may not know of. */
      404: components['responses']['NotFound'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'tokens.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** All tokens. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ApiTokenList;
        };
      };
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'tokens.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': ApiTokenCreate;
      };
    };
    responses: {
      /** Created. Store the secret now. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': CreatedApiToken;
        };
      };
      /** The body or the query is not acceptable; `details` says what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** The state of the object forbids it; `details.reason` says why where a reason exists. */
      409: components['responses']['Conflict'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'tokens.revoke': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id of the token, not its secret. */
        tokenId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Revoked. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': RevokedApiToken;
        };
      };
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** No such object, or one this account may not know of. */
      404: components['responses']['NotFound'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'jobDrafts.capabilities': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** What is on. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Capabilities;
        };
      };
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'jobDrafts.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': JobDraftCreate;
      };
    };
    responses: {
      /**
       * The draft: new, or the one that exists for the key. The status is not printed in the docs.
       *
       * Evidence: inferred
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': JobDraft;
        };
      };
      /**
       * The same answer for a new draft, should the platform tell new from repeated by status.
       *
       * Evidence: inferred
       */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': JobDraft;
        };
      };
      /** The body or the query is not acceptable; `details` says what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'jobDrafts.update': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id of the draft. */
        jobId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': JobDraftUpdate;
      };
    };
    responses: {
      /** Changed; `validation` says whether it can be published now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': JobDraftUpdateResult;
        };
      };
      /** The body or the query is not acceptable; `details` says what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** No such object, or one this account may not know of. */
      404: components['responses']['NotFound'];
      /** The state of the object forbids it; `details.reason` says why where a reason exists. */
      409: components['responses']['Conflict'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'jobs.search': {
    parameters: {
      query?: {
        /** Free text, looked for in titles and descriptions. */
        q?: string;
        /**
         * Only jobs that need this language. The filter is documented, its name is not.
         *
         * Evidence: inferred
         */
        language?: string;
        /**
         * Only jobs open to this country. The filter is documented, its name is not.
         *
         * Evidence: inferred
         */
        country?: string;
        /** Only jobs paid this way. */
        payType?: PaymentType;
        /** Jobs a page; the default is not published. */
        limit?: number;
        /** Where to go on: the `nextCursor` of the page before. Leave it out for the first page. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A page of jobs. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': PublicJobPage;
        };
      };
      /** The body or the query is not acceptable; `details` says what. */
      400: components['responses']['BadRequest'];
      /** Too many calls, or a daily cap is spent. */
      429: components['responses']['RateLimited'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'jobs.facets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The counts, largest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': JobFacets;
        };
      };
      /** Too many calls, or a daily cap is spent. */
      429: components['responses']['RateLimited'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'jobs.changes': {
    parameters: {
      query: {
        /** Changes at or after this moment. */
        since: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The changes in the window. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': JobChanges;
        };
      };
      /** The body or the query is not acceptable; `details` says what. */
      400: components['responses']['BadRequest'];
      /** Too many calls, or a daily cap is spent. */
      429: components['responses']['RateLimited'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'jobs.listMine': {
    parameters: {
      query?: {
        /** Only jobs in this status. */
        status?: JobStatus;
        /** Jobs a page. */
        limit?: number;
        /** Where to go on: the `nextCursor` of the page before. Leave it out for the first page. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A page of own jobs. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': OwnJobPage;
        };
      };
      /** The body or the query is not acceptable; `details` says what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'jobs.get': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id of the job. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The job, without a wrapper. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': PublicJob;
        };
      };
      /** The body or the query is not acceptable; `details` says what. */
      400: components['responses']['BadRequest'];
      /** Delisted (a small body of its own), or unknown (the envelope). */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ClosedJob | ErrorEnvelope;
        };
      };
      /** Too many calls, or a daily cap is spent. */
      429: components['responses']['RateLimited'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'jobs.update': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id of the job. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': JobUpdate;
      };
    };
    responses: {
      /** Changed and still open. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': JobUpdateResult;
        };
      };
      /** The body or the query is not acceptable; `details` says what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** No such object, or one this account may not know of. */
      404: components['responses']['NotFound'];
      /** The state of the object forbids it; `details.reason` says why where a reason exists. */
      409: components['responses']['Conflict'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'jobs.publish': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id of the draft. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The job is open. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': JobPublishResult;
        };
      };
      /** The body or the query is not acceptable; `details` says what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** No such object, or one this account may not know of. */
      404: components['responses']['NotFound'];
      /** The state of the object forbids it; `details.reason` says why where a reason exists. */
      409: components['responses']['Conflict'];
      /** Too many calls, or a daily cap is spent. */
      429: components['responses']['RateLimited'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'jobs.close': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id of the job. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The job is archived. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': JobCloseResult;
        };
      };
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** No such object, or one this account may not know of. */
      404: components['responses']['NotFound'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'jobs.invite': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id of the job. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': JobInviteCreate;
      };
    };
    responses: {
      /** Was invited before. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': JobInvite;
        };
      };
      /** Invited. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': JobInvite;
        };
      };
      /** The body or the query is not acceptable; `details` says what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** No such object, or one this account may not know of. */
      404: components['responses']['NotFound'];
      /** The state of the object forbids it; `details.reason` says why where a reason exists. */
      409: components['responses']['Conflict'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'jobs.listProposals': {
    parameters: {
      query?: {
        /** Only proposals in this status. The platform also takes lower case, and spaces or hyphens for underscores. */
        status?: ProposalStatusName;
        /** Proposals a page. The default of 25 is inferred. */
        limit?: number;
        /** The `nextCursor` of the page before, a proposal id. Leave it out for the first page. */
        cursor?: string;
      };
      header?: never;
      path: {
        /** Id of the job. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A page of proposals. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProposalPage;
        };
      };
      /** The body or the query is not acceptable; `details` says what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** No such object, or one this account may not know of. */
      404: components['responses']['NotFound'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'proposals.get': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id of the proposal. */
        proposalId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The proposal. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProposalResponse;
        };
      };
      /** The body or the query is not acceptable; `details` says what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** No such object, or one this account may not know of. */
      404: components['responses']['NotFound'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'proposals.interview': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id of the proposal. */
        proposalId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The interview. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': InterviewResponse;
        };
      };
      /** The body or the query is not acceptable; `details` says what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** No such object, or one this account may not know of. */
      404: components['responses']['NotFound'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'proposals.openConversation': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id of the proposal. */
        proposalId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * The thread; `created` tells a new one. The status is not printed in the docs.
       *
       * Evidence: inferred
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProposalConversation;
        };
      };
      /** The body or the query is not acceptable; `details` says what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** No such object, or one this account may not know of. */
      404: components['responses']['NotFound'];
      /** The state of the object forbids it; `details.reason` says why where a reason exists. */
      409: components['responses']['Conflict'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'proposals.hire': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id of the proposal. */
        proposalId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': HireRequest;
      };
    };
    responses: {
      /** Waits for a human. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ApprovalRequested;
        };
      };
      /** The body or the query is not acceptable; `details` says what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** No such object, or one this account may not know of. */
      404: components['responses']['NotFound'];
      /** The state of the object forbids it; `details.reason` says why where a reason exists. */
      409: components['responses']['Conflict'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'freelancers.get': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** User id or profile slug. */
        idOrSlug: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The profile. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': FreelancerResponse;
        };
      };
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** No such object, or one this account may not know of. */
      404: components['responses']['NotFound'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'messages.list': {
    parameters: {
      query?: {
        /** Thread whose messages to list; without it threads are listed. */
        conversationId?: string;
        /** Entries a page. */
        limit?: number;
        /** Where to go on: the `nextCursor` of the page before. Leave it out for the first page. */
        cursor?: components['parameters']['Cursor'];
        /** Which way to page through messages. Keep it with its cursor. */
        direction?: 'older' | 'newer';
        /** Which threads to list: `proposal` before a hire, `job` after it and channels. */
        filter?: 'all' | 'job' | 'proposal';
        /** Only threads with something unread. The platform takes `true` or `1`. */
        unreadOnly?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A page of threads, or of messages. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ConversationPage | MessagePage;
        };
      };
      /** The body or the query is not acceptable; `details` says what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** No such object, or one this account may not know of. */
      404: components['responses']['NotFound'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'messages.send': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': MessageCreate;
      };
    };
    responses: {
      /** Sent. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': MessageSendResult;
        };
      };
      /** The body or the query is not acceptable; `details` says what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** No such object, or one this account may not know of. */
      404: components['responses']['NotFound'];
      /** The state of the object forbids it; `details.reason` says why where a reason exists. */
      409: components['responses']['Conflict'];
      /** Too many calls, or a daily cap is spent. */
      429: components['responses']['RateLimited'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'contracts.list': {
    parameters: {
      query?: {
        /**
         * Only contracts of this job, which must be one you own or have access to.
         * @example job_4c2d
         */
        jobId?: string;
        /**
         * Only contracts in this state; leave it out for both.
         * @example active
         */
        status?: 'active' | 'ended';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** All matching contracts. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** The contracts, newest first. */
            contracts: Contract[];
          };
        };
      };
      /** The body or the query is not acceptable; `details` says what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** No such object, or one this account may not know of. */
      404: components['responses']['NotFound'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'contracts.get': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * Id of the contract.
         * @example ctr_3q5r
         */
        contractId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The contract. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** A contract with the two parts that only the single read carries. */
            contract: ContractDetail;
          };
        };
      };
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** No such object, or one this account may not know of. */
      404: components['responses']['NotFound'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'contracts.createMilestone': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * Id of the contract.
         * @example ctr_5e6f
         */
        contractId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': MilestoneCreate;
      };
    };
    responses: {
      /** The new milestone, not yet funded. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** A piece of a contract with a price of its own, funded into escrow and then paid out. */
            milestone: Milestone;
          };
        };
      };
      /** The body or the query is not acceptable; `details` says what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** No such object, or one this account may not know of. */
      404: components['responses']['NotFound'];
      /** The state of the object forbids it; `details.reason` says why where a reason exists. */
      409: components['responses']['Conflict'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'contracts.end': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * Id of the contract.
         * @example ctr_5e6f
         */
        contractId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Nothing was funded; the contract has ended. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ContractEnded;
        };
      };
      /** A milestone is funded; a human has to confirm. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ApprovalRequested;
        };
      };
      /** The body or the query is not acceptable; `details` says what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** No such object, or one this account may not know of. */
      404: components['responses']['NotFound'];
      /** The state of the object forbids it; `details.reason` says why where a reason exists. */
      409: components['responses']['Conflict'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'milestones.fund': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * Id of the milestone.
         * @example mls_4f6g
         */
        milestoneId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A human has to confirm; nothing is charged yet. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ApprovalRequested;
        };
      };
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** No such object, or one this account may not know of. */
      404: components['responses']['NotFound'];
      /** The state of the object forbids it; `details.reason` says why where a reason exists. */
      409: components['responses']['Conflict'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'milestones.approve': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * Id of the milestone.
         * @example mls_2j4k
         */
        milestoneId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A human has to confirm; nothing is paid out yet. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ApprovalRequested;
        };
      };
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** No such object, or one this account may not know of. */
      404: components['responses']['NotFound'];
      /** The state of the object forbids it; `details.reason` says why where a reason exists. */
      409: components['responses']['Conflict'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'approvals.get': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * Id of the approval, as answered by the call that asked for it.
         * @example apr_7f3k
         */
        approvalId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The approval. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** A co-signed action: the API call recorded it, and a signed-in human confirms or declines it at `approvalUrl`. No API call can confirm one. */
            approval: Approval;
          };
        };
      };
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** No such object, or one this account may not know of. */
      404: components['responses']['NotFound'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'updates.poll': {
    parameters: {
      query?: {
        /**
         * Id of the last event already seen, as the previous `nextCursor` gave it; only newer events are answered.
         * @example 1042
         */
        cursor?: string;
        /**
         * Events per page, at most 200. The default is not published.
         * @example 50
         */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page of events. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': UpdatePage;
        };
      };
      /** The body or the query is not acceptable; `details` says what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'credits.balance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The balance. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Prepaid money that can pay for hires and milestones in place of a card. A human still confirms each use. */
            credits: Credits;
          };
        };
      };
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'credits.ledger': {
    parameters: {
      query?: {
        /** Where to go on: the `nextCursor` of the page before. Leave it out for the first page. */
        cursor?: components['parameters']['Cursor'];
        /**
         * Entries per page.
         * @example 50
         */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page of entries. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** The entries, newest first. */
            entries: LedgerEntry[];
            /** Cursor of the next page; null at the end. */
            nextCursor: string | null;
          };
        };
      };
      /** The body or the query is not acceptable; `details` says what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'credits.createTopUp': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': TopUpCreate;
      };
    };
    responses: {
      /** The top-up, waiting to be paid. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': TopUpCreated;
        };
      };
      /** The body or the query is not acceptable; `details` says what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'credits.getTopUp': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * Id of the top-up.
         * @example top_2t4u
         */
        topUpId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The top-up. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** A payment into the credit balance. */
            topUp: TopUp;
          };
        };
      };
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** No such object, or one this account may not know of. */
      404: components['responses']['NotFound'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'payments.pending': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** All pending payments. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** The payments, newest first. */
            payments: PendingPayment[];
          };
        };
      };
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'webhooks.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** All subscriptions. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** The subscriptions, newest first. */
            webhooks: Webhook[];
          };
        };
      };
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'webhooks.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': WebhookCreate;
      };
    };
    responses: {
      /**
       * The subscription and its secret.
       *
       * Evidence: inferred
       */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': WebhookCreated;
        };
      };
      /** The body or the query is not acceptable; `details` says what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** The state of the object forbids it; `details.reason` says why where a reason exists. */
      409: components['responses']['Conflict'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'webhooks.get': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * Id of the subscription.
         * @example whk_3x5y
         */
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The subscription. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** A subscription of one URL to some event types. It turns `DISABLED` after repeated failed deliveries and then cannot be re-enabled. */
            webhook: Webhook;
          };
        };
      };
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** No such object, or one this account may not know of. */
      404: components['responses']['NotFound'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'webhooks.delete': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * Id of the subscription.
         * @example whk_3x5y
         */
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The subscription as it last was. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': WebhookDeleted;
        };
      };
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** No such object, or one this account may not know of. */
      404: components['responses']['NotFound'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'team.get': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The team. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** An organization, its members and its open invites. */
            team: Team;
          };
        };
      };
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
  'team.invite': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': TeamInviteCreate;
      };
    };
    responses: {
      /**
       * What happened, and the team as it is now.
       *
       * Evidence: inferred
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': TeamInviteResult;
        };
      };
      /** The body or the query is not acceptable; `details` says what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown, expired or revoked. */
      401: components['responses']['Unauthorized'];
      /** A gate refused the call: scope, feature or claim, or an object of another account. */
      403: components['responses']['Forbidden'];
      /** The state of the object forbids it; `details.reason` says why where a reason exists. */
      409: components['responses']['Conflict'];
      /** The platform failed. */
      500: components['responses']['InternalError'];
    };
  };
}
