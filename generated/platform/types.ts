// Generated from spec/platform.yaml by npm run generate. Do not edit.

export interface paths {
  '/api/partner/v1/installs/current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the install of the token
     *
     * Answers the install that the token belongs to: the check that a pasted token works, and the place where the granted scopes and the PII consent stand. Any valid token may ask.
     */
    get: operations['installs.current'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/partner/v1/project-links': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List project links
     *
     * Lists the links of the install, newest first and in one answer.
     */
    get: operations['projectLinks.list'];
    put?: never;
    /**
     * Link a project to a job
     *
     * Links one of the platform's projects to one of the customer's jobs and sends `project_link.created`. Link before anybody is hired: contracts that began earlier send no `contract.started`. Several links may name one job. A repeat with the same `externalProjectId` is refused, it changes nothing.
     */
    post: operations['projectLinks.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/partner/v1/project-links/{linkId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a project link
     *
     * Answers one link of the install.
     */
    get: operations['projectLinks.get'];
    put?: never;
    post?: never;
    /**
     * Delete a project link
     *
     * Deletes the link for good and sends `project_link.removed`. Events of its job stop unless another link of the install names it. A link can't be changed: delete it and create it anew, which the same `externalProjectId` allows.
     */
    delete: operations['projectLinks.delete'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/partner/v1/contracts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List contracts on linked jobs
     *
     * Lists contracts whose job some link of the install names, newest first and without a cursor. The way to catch up, since events are never replayed.
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
  '/api/partner/v1/contracts/{contractId}/participants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List who works on a contract
     *
     * Lists the trainers of a contract. Also the way to a `workEmail` that an event came without. Needs `participants:email` and the customer's PII consent for that one field, which is left out otherwise.
     */
    get: operations['contracts.participants'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/partner/v1/contracts/{contractId}/budget': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the budget of a contract
     *
     * Answers funded against consumed work. Reading it never sends an event.
     */
    get: operations['contracts.budget'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/partner/v1/contracts/{contractId}/usage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Report work
     *
     * Takes the totals of up to 100 workers' days. A total replaces what was stored for its worker and day, so reports may be repeated and corrected at will; a field left out keeps its value. Crossing 80 % or 100 % of the funded volume upwards sends `milestone.budget_low` or `milestone.budget_depleted`. Answers the new budget.
     */
    post: operations['contracts.reportUsage'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/partner/v1/webhook-endpoints': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List webhook endpoints
     *
     * Lists the install's endpoints, newest first and in one answer. Never carries a secret.
     */
    get: operations['webhookEndpoints.list'];
    put?: never;
    /**
     * Register a URL for events
     *
     * Registers an endpoint of the install and answers its signing secret, shown here only. It gets events from now on; earlier ones are never sent. There is no idempotency key, so a repeat makes another endpoint.
     */
    post: operations['webhookEndpoints.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/partner/v1/webhook-endpoints/{endpointId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a webhook endpoint
     *
     * Answers one endpoint with its state of health, without its secret.
     */
    get: operations['webhookEndpoints.get'];
    put?: never;
    post?: never;
    /**
     * Delete a webhook endpoint
     *
     * Deletes the endpoint; what was still to be delivered is dropped. That a repeat answers 404 is inferred.
     */
    delete: operations['webhookEndpoints.delete'];
    options?: never;
    head?: never;
    /**
     * Change a webhook endpoint
     *
     * Changes the URL, the event types or the status. `ACTIVE` puts an auto-disabled endpoint back to work, its counter of failures at 0; redeliver afterwards. `DISABLED` pauses it. The secret can't be changed: delete and create anew.
     */
    patch: operations['webhookEndpoints.update'];
    trace?: never;
  };
  '/api/partner/v1/webhook-endpoints/{endpointId}/redeliver': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Deliver again
     *
     * Queues one delivery again, whatever became of it, or without `deliveryId` every failed one. They are tried while the endpoint is `ACTIVE`, within about five minutes; re-enable it first.
     */
    post: operations['webhookEndpoints.redeliver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface webhooks {
  'contract.started': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * contract.started
     *
     * An employer hired a trainer on a linked job. With two links of the install to the job it comes once a link, each with its own `projectLink`. Give the trainer an account.
     */
    post: {
      parameters: {
        query?: never;
        header: {
          /**
           * `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 with the endpoint's secret over the decimal `t`, a dot and the raw body.
           * @example t=1767225600,v1=68c277343cfa6e17f003679e959f6392befb47d7f330447600224bfe5a83e80b
           */
          'X-OpenTrain-Signature': components['parameters']['WebhookSignatureHeader'];
          /**
           * Id of the delivery, the same on every retry; deduplicate on it, and redeliver by it.
           * @example dlv_8k1m
           */
          'X-OpenTrain-Delivery': components['parameters']['WebhookDeliveryHeader'];
          /**
           * Type of the event in the body.
           * @example contract.started
           */
          'X-OpenTrain-Event': components['parameters']['WebhookEventHeader'];
          /**
           * Always `OpenTrain-Partner-Webhooks/1.0`.
           * @example OpenTrain-Partner-Webhooks/1.0
           */
          'User-Agent'?: components['parameters']['WebhookUserAgentHeader'];
        };
        path?: never;
        cookie?: never;
      };
      /** The event, exactly one a delivery. */
      requestBody: {
        content: {
          'application/json': ContractStartedEvent;
        };
      };
      responses: {
        /** Received. Any other answer, a redirect too, or none within 10 seconds, counts as failed. */
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
  'contract.ended': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * contract.ended
     *
     * A contract on a linked job ended. Take the access away.
     */
    post: {
      parameters: {
        query?: never;
        header: {
          /**
           * `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 with the endpoint's secret over the decimal `t`, a dot and the raw body.
           * @example t=1767225600,v1=68c277343cfa6e17f003679e959f6392befb47d7f330447600224bfe5a83e80b
           */
          'X-OpenTrain-Signature': components['parameters']['WebhookSignatureHeader'];
          /**
           * Id of the delivery, the same on every retry; deduplicate on it, and redeliver by it.
           * @example dlv_8k1m
           */
          'X-OpenTrain-Delivery': components['parameters']['WebhookDeliveryHeader'];
          /**
           * Type of the event in the body.
           * @example contract.started
           */
          'X-OpenTrain-Event': components['parameters']['WebhookEventHeader'];
          /**
           * Always `OpenTrain-Partner-Webhooks/1.0`.
           * @example OpenTrain-Partner-Webhooks/1.0
           */
          'User-Agent'?: components['parameters']['WebhookUserAgentHeader'];
        };
        path?: never;
        cookie?: never;
      };
      /** The event, exactly one a delivery. */
      requestBody: {
        content: {
          'application/json': ContractEndedEvent;
        };
      };
      responses: {
        /** Received. Any other answer, a redirect too, or none within 10 seconds, counts as failed. */
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
  'project_link.created': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * project_link.created
     *
     * A link was created.
     */
    post: {
      parameters: {
        query?: never;
        header: {
          /**
           * `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 with the endpoint's secret over the decimal `t`, a dot and the raw body.
           * @example t=1767225600,v1=68c277343cfa6e17f003679e959f6392befb47d7f330447600224bfe5a83e80b
           */
          'X-OpenTrain-Signature': components['parameters']['WebhookSignatureHeader'];
          /**
           * Id of the delivery, the same on every retry; deduplicate on it, and redeliver by it.
           * @example dlv_8k1m
           */
          'X-OpenTrain-Delivery': components['parameters']['WebhookDeliveryHeader'];
          /**
           * Type of the event in the body.
           * @example contract.started
           */
          'X-OpenTrain-Event': components['parameters']['WebhookEventHeader'];
          /**
           * Always `OpenTrain-Partner-Webhooks/1.0`.
           * @example OpenTrain-Partner-Webhooks/1.0
           */
          'User-Agent'?: components['parameters']['WebhookUserAgentHeader'];
        };
        path?: never;
        cookie?: never;
      };
      /** The event, exactly one a delivery. */
      requestBody: {
        content: {
          'application/json': ProjectLinkCreatedEvent;
        };
      };
      responses: {
        /** Received. Any other answer, a redirect too, or none within 10 seconds, counts as failed. */
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
  'project_link.removed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * project_link.removed
     *
     * A link was deleted; carries it as it last was.
     */
    post: {
      parameters: {
        query?: never;
        header: {
          /**
           * `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 with the endpoint's secret over the decimal `t`, a dot and the raw body.
           * @example t=1767225600,v1=68c277343cfa6e17f003679e959f6392befb47d7f330447600224bfe5a83e80b
           */
          'X-OpenTrain-Signature': components['parameters']['WebhookSignatureHeader'];
          /**
           * Id of the delivery, the same on every retry; deduplicate on it, and redeliver by it.
           * @example dlv_8k1m
           */
          'X-OpenTrain-Delivery': components['parameters']['WebhookDeliveryHeader'];
          /**
           * Type of the event in the body.
           * @example contract.started
           */
          'X-OpenTrain-Event': components['parameters']['WebhookEventHeader'];
          /**
           * Always `OpenTrain-Partner-Webhooks/1.0`.
           * @example OpenTrain-Partner-Webhooks/1.0
           */
          'User-Agent'?: components['parameters']['WebhookUserAgentHeader'];
        };
        path?: never;
        cookie?: never;
      };
      /** The event, exactly one a delivery. */
      requestBody: {
        content: {
          'application/json': ProjectLinkRemovedEvent;
        };
      };
      responses: {
        /** Received. Any other answer, a redirect too, or none within 10 seconds, counts as failed. */
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
  'install.revoked': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * install.revoked
     *
     * The customer disconnected the app, or connected it anew. Stop working for them.
     */
    post: {
      parameters: {
        query?: never;
        header: {
          /**
           * `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 with the endpoint's secret over the decimal `t`, a dot and the raw body.
           * @example t=1767225600,v1=68c277343cfa6e17f003679e959f6392befb47d7f330447600224bfe5a83e80b
           */
          'X-OpenTrain-Signature': components['parameters']['WebhookSignatureHeader'];
          /**
           * Id of the delivery, the same on every retry; deduplicate on it, and redeliver by it.
           * @example dlv_8k1m
           */
          'X-OpenTrain-Delivery': components['parameters']['WebhookDeliveryHeader'];
          /**
           * Type of the event in the body.
           * @example contract.started
           */
          'X-OpenTrain-Event': components['parameters']['WebhookEventHeader'];
          /**
           * Always `OpenTrain-Partner-Webhooks/1.0`.
           * @example OpenTrain-Partner-Webhooks/1.0
           */
          'User-Agent'?: components['parameters']['WebhookUserAgentHeader'];
        };
        path?: never;
        cookie?: never;
      };
      /** The event, exactly one a delivery. */
      requestBody: {
        content: {
          'application/json': InstallRevokedEvent;
        };
      };
      responses: {
        /** Received. Any other answer, a redirect too, or none within 10 seconds, counts as failed. */
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
  'milestone.funded': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * milestone.funded
     *
     * An employer funded a milestone on a linked contract. Clear warnings.
     */
    post: {
      parameters: {
        query?: never;
        header: {
          /**
           * `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 with the endpoint's secret over the decimal `t`, a dot and the raw body.
           * @example t=1767225600,v1=68c277343cfa6e17f003679e959f6392befb47d7f330447600224bfe5a83e80b
           */
          'X-OpenTrain-Signature': components['parameters']['WebhookSignatureHeader'];
          /**
           * Id of the delivery, the same on every retry; deduplicate on it, and redeliver by it.
           * @example dlv_8k1m
           */
          'X-OpenTrain-Delivery': components['parameters']['WebhookDeliveryHeader'];
          /**
           * Type of the event in the body.
           * @example contract.started
           */
          'X-OpenTrain-Event': components['parameters']['WebhookEventHeader'];
          /**
           * Always `OpenTrain-Partner-Webhooks/1.0`.
           * @example OpenTrain-Partner-Webhooks/1.0
           */
          'User-Agent'?: components['parameters']['WebhookUserAgentHeader'];
        };
        path?: never;
        cookie?: never;
      };
      /** The event, exactly one a delivery. */
      requestBody: {
        content: {
          'application/json': MilestoneFundedEvent;
        };
      };
      responses: {
        /** Received. Any other answer, a redirect too, or none within 10 seconds, counts as failed. */
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
  'milestone.budget_low': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * milestone.budget_low
     *
     * Consumption crossed 80 % of the funded volume, upwards. Fires again only after new funding made room.
     */
    post: {
      parameters: {
        query?: never;
        header: {
          /**
           * `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 with the endpoint's secret over the decimal `t`, a dot and the raw body.
           * @example t=1767225600,v1=68c277343cfa6e17f003679e959f6392befb47d7f330447600224bfe5a83e80b
           */
          'X-OpenTrain-Signature': components['parameters']['WebhookSignatureHeader'];
          /**
           * Id of the delivery, the same on every retry; deduplicate on it, and redeliver by it.
           * @example dlv_8k1m
           */
          'X-OpenTrain-Delivery': components['parameters']['WebhookDeliveryHeader'];
          /**
           * Type of the event in the body.
           * @example contract.started
           */
          'X-OpenTrain-Event': components['parameters']['WebhookEventHeader'];
          /**
           * Always `OpenTrain-Partner-Webhooks/1.0`.
           * @example OpenTrain-Partner-Webhooks/1.0
           */
          'User-Agent'?: components['parameters']['WebhookUserAgentHeader'];
        };
        path?: never;
        cookie?: never;
      };
      /** The event, exactly one a delivery. */
      requestBody: {
        content: {
          'application/json': MilestoneBudgetLowEvent;
        };
      };
      responses: {
        /** Received. Any other answer, a redirect too, or none within 10 seconds, counts as failed. */
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
  'milestone.budget_depleted': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * milestone.budget_depleted
     *
     * Consumption crossed 100 % of the funded volume, upwards. Tell the trainer.
     */
    post: {
      parameters: {
        query?: never;
        header: {
          /**
           * `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 with the endpoint's secret over the decimal `t`, a dot and the raw body.
           * @example t=1767225600,v1=68c277343cfa6e17f003679e959f6392befb47d7f330447600224bfe5a83e80b
           */
          'X-OpenTrain-Signature': components['parameters']['WebhookSignatureHeader'];
          /**
           * Id of the delivery, the same on every retry; deduplicate on it, and redeliver by it.
           * @example dlv_8k1m
           */
          'X-OpenTrain-Delivery': components['parameters']['WebhookDeliveryHeader'];
          /**
           * Type of the event in the body.
           * @example contract.started
           */
          'X-OpenTrain-Event': components['parameters']['WebhookEventHeader'];
          /**
           * Always `OpenTrain-Partner-Webhooks/1.0`.
           * @example OpenTrain-Partner-Webhooks/1.0
           */
          'User-Agent'?: components['parameters']['WebhookUserAgentHeader'];
        };
        path?: never;
        cookie?: never;
      };
      /** The event, exactly one a delivery. */
      requestBody: {
        content: {
          'application/json': MilestoneBudgetDepletedEvent;
        };
      };
      responses: {
        /** Received. Any other answer, a redirect too, or none within 10 seconds, counts as failed. */
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
    ErrorDetails: ErrorDetails;
    Scope: Scope;
    GrantedScope: GrantedScope;
    Install: Install;
    InstallStatus: InstallStatus;
    PartnerApp: PartnerApp;
    InstallToken: InstallToken;
    ProjectLink: ProjectLink;
    ProjectLinkCreate: ProjectLinkCreate;
    ProjectLinkDeleted: ProjectLinkDeleted;
    Contract: Contract;
    Participant: Participant;
    ParticipantList: ParticipantList;
    Budget: Budget;
    BudgetState: BudgetState;
    BudgetConsumed: BudgetConsumed;
    BudgetMilestone: BudgetMilestone;
    UsageReport: UsageReport;
    UsageEntry: UsageEntry;
    UsageAccepted: UsageAccepted;
    WebhookEndpoint: WebhookEndpoint;
    WebhookEndpointCreate: WebhookEndpointCreate;
    WebhookEndpointCreated: WebhookEndpointCreated;
    WebhookEndpointUpdate: WebhookEndpointUpdate;
    WebhookEndpointDeleted: WebhookEndpointDeleted;
    RedeliveryRequest: RedeliveryRequest;
    Redelivery: Redelivery;
    WebhookEventType: WebhookEventType;
    WebhookEvent: WebhookEvent;
    EventId: EventId;
    EventApiVersion: EventApiVersion;
    EventContract: EventContract;
    EventFreelancer: EventFreelancer;
    EventProjectLink: EventProjectLink;
    ContractEventData: ContractEventData;
    ProjectLinkEventData: ProjectLinkEventData;
    InstallRevokedEventData: InstallRevokedEventData;
    MilestoneEventData: MilestoneEventData;
    ContractStartedEvent: ContractStartedEvent;
    ContractEndedEvent: ContractEndedEvent;
    ProjectLinkCreatedEvent: ProjectLinkCreatedEvent;
    ProjectLinkRemovedEvent: ProjectLinkRemovedEvent;
    InstallRevokedEvent: InstallRevokedEvent;
    MilestoneFundedEvent: MilestoneFundedEvent;
    MilestoneBudgetLowEvent: MilestoneBudgetLowEvent;
    MilestoneBudgetDepletedEvent: MilestoneBudgetDepletedEvent;
  };
  responses: {
    /** No token, or one that is unknown or revoked. */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': ErrorEnvelope;
      };
    };
    /** The token lacks the scope; or its install or app is not active any more, or the employer's annotation-platform feature is off. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': ErrorEnvelope;
      };
    };
    /**
     * Too many calls. The code is documented; that it comes with 429, and after how many calls, is not.
     *
     * Evidence: inferred
     */
    RateLimited: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': ErrorEnvelope;
      };
    };
    /**
     * The platform failed. The code is documented; that it comes with 500 is not.
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
    /** The body or the query is not acceptable; `details` may say what. */
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': ErrorEnvelope;
      };
    };
    /** No such object in this install. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': ErrorEnvelope;
      };
    };
    /** The state of things forbids it. */
    Conflict: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': ErrorEnvelope;
      };
    };
  };
  parameters: {
    /**
     * `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 with the endpoint's secret over the decimal `t`, a dot and the raw body.
     * @example t=1767225600,v1=68c277343cfa6e17f003679e959f6392befb47d7f330447600224bfe5a83e80b
     */
    WebhookSignatureHeader: string;
    /**
     * Id of the delivery, the same on every retry; deduplicate on it, and redeliver by it.
     * @example dlv_8k1m
     */
    WebhookDeliveryHeader: string;
    /**
     * Type of the event in the body.
     * @example contract.started
     */
    WebhookEventHeader: string;
    /**
     * Always `OpenTrain-Partner-Webhooks/1.0`.
     * @example OpenTrain-Partner-Webhooks/1.0
     */
    WebhookUserAgentHeader: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
/** Body of every failed call. */
export type ErrorEnvelope = {
  /** What went wrong, for a human. */
  error: string;
  /** Coarse kind of failure, one a status: 400, 401, 403, 404, 409, 429, 500. */
  code: ErrorCode;
  /** Quote it to the vendor's support. */
  requestId: string;
  /** Context of a failure, free in form. No member of it is documented for this API; those listed are the Public API's. */
  details?: ErrorDetails;
};

/** Coarse kind of failure, one a status: 400, 401, 403, 404, 409, 429, 500. */
export type ErrorCode =
  | 'BAD_REQUEST'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'INTERNAL_ERROR'
  | (string & {});

/** Context of a failure, free in form. No member of it is documented for this API; those listed are the Public API's. */
export type ErrorDetails = {
  /**
   * Machine-readable cause.
   *
   * Evidence: inferred
   */
  reason?: string;
  /**
   * Scopes the call needs (403).
   *
   * Evidence: inferred
   */
  requiredScopes?: GrantedScope[];
  /**
   * Scopes the token has (403).
   *
   * Evidence: inferred
   */
  grantedScopes?: GrantedScope[];
  /**
   * The one bad field (400).
   *
   * Evidence: inferred
   */
  field?: string;
  /**
   * Kind of the object that was not found (404).
   *
   * Evidence: inferred
   */
  resource?: string;
  /**
   * How many there may be (409).
   *
   * Evidence: inferred
   */
  limit?: number;
  /**
   * How long to wait, in seconds (429).
   *
   * Evidence: inferred
   */
  retryAfterSeconds?: number;
} & {
  [key: string]: unknown;
};

/** What an app asks for and an install may do. `project-links:write` covers `project-links:read`; nothing else is implied. `participants:email` opens `workEmail`, in answers and in events, and only together with the customer's PII consent. */
export type Scope =
  | 'project-links:read'
  | 'project-links:write'
  | 'contracts:read'
  | 'participants:read'
  | 'participants:email'
  | 'usage:write'
  | 'webhooks:manage';

/** A scope as the platform reports it; it may add some. */
export type GrantedScope =
  | 'project-links:read'
  | 'project-links:write'
  | 'contracts:read'
  | 'participants:read'
  | 'participants:email'
  | 'usage:write'
  | 'webhooks:manage'
  | (string & {});

/** One customer's consent to one app. */
export type Install = {
  /** Id of the install. Most likely the same as `opentrain_install_id` of the return from consent. */
  id: string;
  /** State of an install. `ACTIVE` is documented; that a revoked state exists is too, its spelling is inferred. */
  status: InstallStatus;
  /** What the customer granted. */
  scopes: GrantedScope[];
  /** Whether the customer agreed to share Work Emails. Without it `workEmail` never appears. */
  piiConsent: boolean;
  /** The customer's organization. */
  organizationId: string;
  /** When the customer consented. */
  createdAt: string;
  /** The app that the customer connected. */
  partnerApp: PartnerApp;
  /** The token that the call was made with, without the token itself. */
  token: InstallToken;
};

/**
 * State of an install. `ACTIVE` is documented; that a revoked state exists is too, its spelling is inferred.
 *
 * Evidence: inferred
 */
export type InstallStatus = 'ACTIVE' | 'REVOKED' | (string & {});

/** The app that the customer connected. */
export type PartnerApp = {
  /** Id of the app. */
  id: string;
  /** The app's name in its consent link; never changes. */
  slug: string;
  /** The app's name for people. */
  name: string;
};

/** The token that the call was made with, without the token itself. */
export type InstallToken = {
  /** Id of the token. */
  id: string;
  /** Its name for people. */
  name: string;
  /** What it may do. */
  scopes: GrantedScope[];
};

/** One of the platform's projects and the job its work comes from. It routes events and opens contracts. */
export type ProjectLink = {
  /** Id of the link. */
  id: string;
  /**
   * The job. A link without one gets no contract events and, since links can't be changed, never will. That it is then null is inferred.
   *
   * Evidence: inferred
   */
  jobId: string | null;
  /** The platform's own id of the project, unique within the install. */
  externalProjectId: string;
  /**
   * Name of the project. That it is null when none was given is inferred.
   *
   * Evidence: inferred
   */
  externalProjectName: string | null;
  /**
   * Address of the project. That it is null when none was given is inferred.
   *
   * Evidence: inferred
   */
  externalProjectUrl: string | null;
  /** Who creates trainers' accounts on the platform. */
  provisioningMode: 'PARTNER_WEBHOOK' | 'MANAGED_ADAPTER' | (string & {});
  /** When it was created. */
  createdAt: string;
};

/** A link to create. */
export type ProjectLinkCreate = {
  /** The platform's own id of the project, unique within the install. */
  externalProjectId: string;
  /** Name of the project. */
  externalProjectName?: string | undefined;
  /** Address of the project. */
  externalProjectUrl?: string | undefined;
  /** A job of the installing employer. Can't be added later. */
  jobId?: string | undefined;
  /**
   * Who creates trainers' accounts: the platform, driven by contract events (`PARTNER_WEBHOOK`, the default), or OpenTrain with credentials arranged beforehand (`MANAGED_ADAPTER`).
   * @default PARTNER_WEBHOOK
   */
  provisioningMode?: 'PARTNER_WEBHOOK' | 'MANAGED_ADAPTER' | undefined;
};

/** A deleted link. */
export type ProjectLinkDeleted = {
  /** One of the platform's projects and the job its work comes from. It routes events and opens contracts. */
  projectLink: ProjectLink;
  /** Always true. */
  deleted: true;
};

/** A hire on a linked job, without the trainer, the rate and the milestones. */
export type Contract = {
  /** Id of the contract. */
  id: string;
  /** Whether work goes on. */
  status: 'active' | 'ended' | (string & {});
  /** Job hired for. */
  jobId: string;
  /**
   * Title of the contract. Whether it may be null is not documented.
   *
   * Evidence: inferred
   */
  title: string | null;
  /**
   * When work began. Whether it may be null is not documented.
   *
   * Evidence: inferred
   */
  startDate: string | null;
  /** When it ended; null while active. */
  endDate: string | null;
  /** When it was made. */
  createdAt: string;
  /** The install's links to its job. */
  projectLinkIds: string[];
};

/** What a platform learns of a hired trainer. Key records on `opentrainUserId`; names change and collide. */
export type Participant = {
  /** Stable id of the trainer. */
  opentrainUserId: string;
  /** First name and last initial; `Freelancer` when there is no name. */
  displayName: string;
  /**
   * Country, in a sample as a two-letter code; the Public API has full names here, so expect either. That it may be null is inferred.
   *
   * Evidence: inferred
   */
  country: string | null;
  /** Address of the trainer's profile. */
  profileUrl: string;
  /** Address ending in `@opentrain.work`, issued and revocable by OpenTrain. Absent unless the install holds `participants:email` and the customer gave PII consent; never null, never another address. */
  workEmail?: string;
};

/** The trainers of a contract. */
export type ParticipantList = {
  /** The contract. */
  contractId: string;
  /** Usually the one hired trainer. */
  participants: Participant[];
};

/** Funded against reported work of one contract, the platform's own reports and work within OpenTrain together. */
export type Budget = {
  /** Contract that the figures are of. */
  contractId: string;
  /** What is paid for; decides whether volumes are hours or labels. */
  paymentType: 'PAY_PER_HOUR' | 'PAY_PER_LABEL' | 'FIXED_PRICE' | (string & {}) | null;
  /** `OK` while less than 0.8 of the funded volume is consumed, `LOW` from 0.8, `DEPLETED` from 1. Always `OK` for a fixed price and when nothing is funded. */
  state: BudgetState;
  /** Hours or labels over all funded and completed milestones. */
  fundedVolume: number;
  /** US dollars over the same milestones. */
  fundedAmountUsd: number;
  /** Raw totals of reported work. */
  consumed: BudgetConsumed;
  /** Hours (hourly) or labels (per-label) consumed. */
  consumedVolume: number;
  /** Funded minus consumed volume, never below 0. */
  remainingVolume: number;
  /** Consumed over funded volume, to 4 decimals; 0 when nothing is funded. That it may exceed 1 is inferred. */
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
   * Its name. That it may be null is inferred.
   *
   * Evidence: inferred
   */
  name: string | null;
  /** What it pays, in US dollars. */
  amountUsd: number;
  /** Hours or labels it pays for; null for a fixed price. */
  volume: number | null;
  /** State of the milestone; samples show `ACTIVE_FUNDED` only. */
  status: 'ACTIVE_FUNDED' | (string & {});
};

/** Work to report. */
export type UsageReport = {
  /** One entry a worker and day, 1 to 100. */
  entries: readonly UsageEntry[];
};

/** The totals of one worker on one day, so far. Never an increment. */
export type UsageEntry = {
  /** The day, `2026-06-12`; not in the future. Of which time zone is not documented. */
  workDate: string;
  /**
   * Seconds worked that day. That there are bounds is documented, 0 and 86,400 are inferred.
   *
   * Evidence: inferred
   */
  totalSeconds?: number | undefined;
  /** Tasks done that day. */
  tasksCompleted?: number | undefined;
  /** Labels made that day. */
  labelsCompleted?: number | undefined;
  /** The platform's own reference of the report. How long it may be is not documented. */
  externalReportId?: string | undefined;
  /** Whose work it is, a participant of the contract; the hired trainer when left out. */
  workerOpentrainUserId?: string | undefined;
};

/** What became of a report. */
export type UsageAccepted = {
  /** The contract. */
  contractId: string;
  /** Number of entries stored. */
  accepted: number;
  /** Funded against reported work of one contract, the platform's own reports and work within OpenTrain together. */
  budget: Budget;
};

/** A URL that the install's events are posted to. After 10 failures in a row it turns `DISABLED`. */
export type WebhookEndpoint = {
  /** Id of the endpoint. */
  id: string;
  /** Where events are posted. */
  url: string;
  /** The event types delivered. */
  eventTypes: WebhookEventType[];
  /** Whether events are delivered. */
  status: 'ACTIVE' | 'DISABLED' | (string & {});
  /** When it was registered. */
  createdAt: string;
  /** Failures since the last success. Whether attempts or deliveries are counted is not documented. */
  consecutiveFailures: number;
  /** When it was disabled; null while active. */
  disabledAt: string | null;
  /** Why, as a sentence; null while active. */
  disabledReason: string | null;
};

/** An endpoint to register. */
export type WebhookEndpointCreate = {
  /** Absolute https URL; plain http only for localhost. */
  url: string;
  /** Event types to deliver, at least one. */
  eventTypes: readonly WebhookEventType[];
};

/** A new endpoint with its secret. */
export type WebhookEndpointCreated = {
  /** A URL that the install's events are posted to. After 10 failures in a row it turns `DISABLED`. */
  webhookEndpoint: WebhookEndpoint;
  /** Signing secret, `whsec_…`. Shown this once; it can't be read or changed later. */
  secret: string;
  /** Sentence for people on keeping the secret. */
  message: string;
};

/** What to change; the rest stays. */
export type WebhookEndpointUpdate = {
  /** Absolute https URL; plain http only for localhost. */
  url?: string | undefined;
  /** Event types to deliver from now on, at least one. Replaces the list. */
  eventTypes?: readonly WebhookEventType[] | undefined;
  /** `ACTIVE` to put it to work (again), `DISABLED` to pause it. */
  status?: 'ACTIVE' | 'DISABLED' | undefined;
};

/** A deleted endpoint. */
export type WebhookEndpointDeleted = {
  /** A URL that the install's events are posted to. After 10 failures in a row it turns `DISABLED`. */
  webhookEndpoint: WebhookEndpoint;
  /** Always true. */
  deleted: true;
};

/** What to deliver again. */
export type RedeliveryRequest = {
  /** One delivery: the `X-OpenTrain-Delivery` it came with. Every failed one when left out. */
  deliveryId?: string | undefined;
};

/** What waits to be delivered again. */
export type Redelivery = {
  /** A URL that the install's events are posted to. After 10 failures in a row it turns `DISABLED`. */
  webhookEndpoint: WebhookEndpoint;
  /** Number of deliveries queued. */
  requeued: number;
  /** Sentence for people on when they go out, or that nothing does while the endpoint is disabled. */
  message: string;
};

/** The event types. */
export type WebhookEventType =
  | 'contract.started'
  | 'contract.ended'
  | 'project_link.created'
  | 'project_link.removed'
  | 'install.revoked'
  | 'milestone.funded'
  | 'milestone.budget_low'
  | 'milestone.budget_depleted';

/** One event, the whole body of a webhook. Deliveries repeat up to five times (after 1, 5, 30 and 120 minutes) and may arrive out of order: sort by `id`. The fields of the record are documented, of `data` only what is not marked. */
export type WebhookEvent =
  | ContractStartedEvent
  | ContractEndedEvent
  | ProjectLinkCreatedEvent
  | ProjectLinkRemovedEvent
  | InstallRevokedEvent
  | MilestoneFundedEvent
  | MilestoneBudgetLowEvent
  | MilestoneBudgetDepletedEvent;

/** Id of the event; it rises from event to event. That it is a decimal number, as in the Public API, is inferred. */
export type EventId = string;

/** Version of the event's form. */
export type EventApiVersion = 'v1' | (string & {});

/** The contract as an event carries it. Its id is documented as the event's `resourceId`. */
export type EventContract = {
  /**
   * Id of the contract.
   *
   * Evidence: inferred
   */
  id?: string;
  /** Whether work goes on. */
  status: 'active' | 'ended' | (string & {});
  /**
   * Job hired for.
   *
   * Evidence: inferred
   */
  jobId?: string;
  /**
   * Title of the contract.
   *
   * Evidence: inferred
   */
  title?: string | null;
  /**
   * When work began.
   *
   * Evidence: inferred
   */
  startDate?: string | null;
  /**
   * When it ended, set on `contract.ended`. That it is null before is inferred.
   *
   * Evidence: inferred
   */
  endDate: string | null;
};

/** The hired trainer as an event carries them. What is missing, `contracts.participants` has. */
export type EventFreelancer = {
  /**
   * Stable id of the trainer.
   *
   * Evidence: inferred
   */
  opentrainUserId?: string;
  /**
   * First name and last initial; `Freelancer` when there is no name.
   *
   * Evidence: inferred
   */
  displayName?: string;
  /**
   * Country, as a code or a name.
   *
   * Evidence: inferred
   */
  country?: string | null;
  /**
   * Address of the trainer's profile.
   *
   * Evidence: inferred
   */
  profileUrl?: string;
  /** Address ending in `@opentrain.work`. Absent unless the install holds `participants:email` and the customer gave PII consent, and perhaps then; `contracts.participants` may have it later. */
  workEmail?: string;
};

/** The link as a contract or milestone event carries it. That it has a link's fields is inferred; which of them is not known. */
export type EventProjectLink = {
  /**
   * Id of the link.
   *
   * Evidence: inferred
   */
  id?: string;
  /**
   * The job.
   *
   * Evidence: inferred
   */
  jobId?: string | null;
  /**
   * The platform's own id of the project.
   *
   * Evidence: inferred
   */
  externalProjectId?: string;
  /**
   * Name of the project.
   *
   * Evidence: inferred
   */
  externalProjectName?: string | null;
  /**
   * Address of the project.
   *
   * Evidence: inferred
   */
  externalProjectUrl?: string | null;
  /**
   * Who creates trainers' accounts on the platform.
   *
   * Evidence: inferred
   */
  provisioningMode?: 'PARTNER_WEBHOOK' | 'MANAGED_ADAPTER' | (string & {});
  /**
   * When it was created.
   *
   * Evidence: inferred
   */
  createdAt?: string;
};

/** Data of `contract.started` and `contract.ended`. Further fields may come. */
export type ContractEventData = {
  /** The contract as an event carries it. Its id is documented as the event's `resourceId`. */
  contract: EventContract;
  /** The hired trainer as an event carries them. What is missing, `contracts.participants` has. */
  freelancer: EventFreelancer;
  /** The link as a contract or milestone event carries it. That it has a link's fields is inferred; which of them is not known. */
  projectLink: EventProjectLink;
};

/** Data of `project_link.created` and `project_link.removed`. That the link is carried is documented for the second, under which key is not. */
export type ProjectLinkEventData = {
  /**
   * One of the platform's projects and the job its work comes from. It routes events and opens contracts.
   *
   * Evidence: inferred
   */
  projectLink?: ProjectLink;
};

/** Data of `install.revoked`. Nothing of it is documented: rely on `resourceId`. */
export type InstallRevokedEventData = {
  /**
   * The revoked install.
   *
   * Evidence: inferred
   */
  installId?: string;
};

/** Data of the three milestone events. That the budget is carried is documented, under which key is not. */
export type MilestoneEventData = {
  /**
   * The contract.
   *
   * Evidence: inferred
   */
  contractId?: string;
  /** The funded milestone under way, if there is one. */
  milestone: BudgetMilestone | null;
  /**
   * Funded against reported work of one contract, the platform's own reports and work within OpenTrain together.
   *
   * Evidence: inferred
   */
  budget?: Budget;
  /**
   * The link as a contract or milestone event carries it. That it has a link's fields is inferred; which of them is not known.
   *
   * Evidence: inferred
   */
  projectLink?: EventProjectLink;
};

/** An employer hired a trainer on a linked job. With two links of the install to the job it comes once a link, each with its own `projectLink`. Give the trainer an account. */
export type ContractStartedEvent = {
  /** Id of the event; it rises from event to event. That it is a decimal number, as in the Public API, is inferred. */
  id: EventId;
  /** Always `contract.started`. */
  type: 'contract.started';
  /** Version of the event's form. */
  apiVersion: EventApiVersion;
  /** When it happened. */
  createdAt: string;
  /** The contract. */
  resourceId: string;
  /** Job concerned; null where there is none. */
  jobId: string | null;
  /** Data of `contract.started` and `contract.ended`. Further fields may come. */
  data: ContractEventData;
};

/** A contract on a linked job ended. Take the access away. */
export type ContractEndedEvent = {
  /** Id of the event; it rises from event to event. That it is a decimal number, as in the Public API, is inferred. */
  id: EventId;
  /** Always `contract.ended`. */
  type: 'contract.ended';
  /** Version of the event's form. */
  apiVersion: EventApiVersion;
  /** When it happened. */
  createdAt: string;
  /** The contract. */
  resourceId: string;
  /** Job concerned; null where there is none. */
  jobId: string | null;
  /** Data of `contract.started` and `contract.ended`. Further fields may come. */
  data: ContractEventData;
};

/** A link was created. */
export type ProjectLinkCreatedEvent = {
  /** Id of the event; it rises from event to event. That it is a decimal number, as in the Public API, is inferred. */
  id: EventId;
  /** Always `project_link.created`. */
  type: 'project_link.created';
  /** Version of the event's form. */
  apiVersion: EventApiVersion;
  /** When it happened. */
  createdAt: string;
  /** The link. */
  resourceId: string;
  /** Job concerned; null where there is none. */
  jobId: string | null;
  /** Data of `project_link.created` and `project_link.removed`. That the link is carried is documented for the second, under which key is not. */
  data: ProjectLinkEventData;
};

/** A link was deleted; carries it as it last was. */
export type ProjectLinkRemovedEvent = {
  /** Id of the event; it rises from event to event. That it is a decimal number, as in the Public API, is inferred. */
  id: EventId;
  /** Always `project_link.removed`. */
  type: 'project_link.removed';
  /** Version of the event's form. */
  apiVersion: EventApiVersion;
  /** When it happened. */
  createdAt: string;
  /** The link. */
  resourceId: string;
  /** Job concerned; null where there is none. */
  jobId: string | null;
  /** Data of `project_link.created` and `project_link.removed`. That the link is carried is documented for the second, under which key is not. */
  data: ProjectLinkEventData;
};

/** The customer disconnected the app, or connected it anew. Stop working for them. */
export type InstallRevokedEvent = {
  /** Id of the event; it rises from event to event. That it is a decimal number, as in the Public API, is inferred. */
  id: EventId;
  /** Always `install.revoked`. */
  type: 'install.revoked';
  /** Version of the event's form. */
  apiVersion: EventApiVersion;
  /** When it happened. */
  createdAt: string;
  /** The install. */
  resourceId: string;
  /** Job concerned; null where there is none. */
  jobId: string | null;
  /** Data of `install.revoked`. Nothing of it is documented: rely on `resourceId`. */
  data: InstallRevokedEventData;
};

/** An employer funded a milestone on a linked contract. Clear warnings. */
export type MilestoneFundedEvent = {
  /** Id of the event; it rises from event to event. That it is a decimal number, as in the Public API, is inferred. */
  id: EventId;
  /** Always `milestone.funded`. */
  type: 'milestone.funded';
  /** Version of the event's form. */
  apiVersion: EventApiVersion;
  /** When it happened. */
  createdAt: string;
  /** The milestone, or the contract when there is none. */
  resourceId: string;
  /** Job concerned; null where there is none. */
  jobId: string | null;
  /** Data of the three milestone events. That the budget is carried is documented, under which key is not. */
  data: MilestoneEventData;
};

/** Consumption crossed 80 % of the funded volume, upwards. Fires again only after new funding made room. */
export type MilestoneBudgetLowEvent = {
  /** Id of the event; it rises from event to event. That it is a decimal number, as in the Public API, is inferred. */
  id: EventId;
  /** Always `milestone.budget_low`. */
  type: 'milestone.budget_low';
  /** Version of the event's form. */
  apiVersion: EventApiVersion;
  /** When it happened. */
  createdAt: string;
  /** The milestone, or the contract when there is none. */
  resourceId: string;
  /** Job concerned; null where there is none. */
  jobId: string | null;
  /** Data of the three milestone events. That the budget is carried is documented, under which key is not. */
  data: MilestoneEventData;
};

/** Consumption crossed 100 % of the funded volume, upwards. Tell the trainer. */
export type MilestoneBudgetDepletedEvent = {
  /** Id of the event; it rises from event to event. That it is a decimal number, as in the Public API, is inferred. */
  id: EventId;
  /** Always `milestone.budget_depleted`. */
  type: 'milestone.budget_depleted';
  /** Version of the event's form. */
  apiVersion: EventApiVersion;
  /** When it happened. */
  createdAt: string;
  /** The milestone, or the contract when there is none. */
  resourceId: string;
  /** Job concerned; null where there is none. */
  jobId: string | null;
  /** Data of the three milestone events. That the budget is carried is documented, under which key is not. */
  data: MilestoneEventData;
};

export type $defs = Record<string, never>;

export interface operations {
  'installs.current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * The install.
       *
       * Evidence: inferred
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** One customer's consent to one app. */
            install: Install;
          };
        };
      };
      /** No token, or one that is unknown or revoked. */
      401: components['responses']['Unauthorized'];
      /** The token lacks the scope; or its install or app is not active any more, or the employer's annotation-platform feature is off. */
      403: components['responses']['Forbidden'];
      /** Too many calls. The code is documented; that it comes with 429, and after how many calls, is not. */
      429: components['responses']['RateLimited'];
      /** The platform failed. The code is documented; that it comes with 500 is not. */
      500: components['responses']['InternalError'];
    };
  };
  'projectLinks.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * All links.
       *
       * Evidence: inferred
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** The links, newest first. */
            projectLinks: ProjectLink[];
          };
        };
      };
      /** No token, or one that is unknown or revoked. */
      401: components['responses']['Unauthorized'];
      /** The token lacks the scope; or its install or app is not active any more, or the employer's annotation-platform feature is off. */
      403: components['responses']['Forbidden'];
      /** Too many calls. The code is documented; that it comes with 429, and after how many calls, is not. */
      429: components['responses']['RateLimited'];
      /** The platform failed. The code is documented; that it comes with 500 is not. */
      500: components['responses']['InternalError'];
    };
  };
  'projectLinks.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': ProjectLinkCreate;
      };
    };
    responses: {
      /**
       * The link. Whether a creation answers 200 or 201 is not documented.
       *
       * Evidence: inferred
       *
       * Evidence: inferred
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /**
             * One of the platform's projects and the job its work comes from. It routes events and opens contracts.
             *
             * One of the platform's projects and the job its work comes from. It routes events and opens contracts.
             *
             * One of the platform's projects and the job its work comes from. It routes events and opens contracts.
             */
            projectLink: ProjectLink;
          };
        };
      };
      /**
       * The link. Whether a creation answers 200 or 201 is not documented.
       *
       * Evidence: inferred
       *
       * Evidence: inferred
       */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /**
             * One of the platform's projects and the job its work comes from. It routes events and opens contracts.
             *
             * One of the platform's projects and the job its work comes from. It routes events and opens contracts.
             *
             * One of the platform's projects and the job its work comes from. It routes events and opens contracts.
             */
            projectLink: ProjectLink;
          };
        };
      };
      /** The body or the query is not acceptable; `details` may say what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown or revoked. */
      401: components['responses']['Unauthorized'];
      /** The token lacks the scope; or its install or app is not active any more, or the employer's annotation-platform feature is off. */
      403: components['responses']['Forbidden'];
      /** No such object in this install. */
      404: components['responses']['NotFound'];
      /** The state of things forbids it. */
      409: components['responses']['Conflict'];
      /** Too many calls. The code is documented; that it comes with 429, and after how many calls, is not. */
      429: components['responses']['RateLimited'];
      /** The platform failed. The code is documented; that it comes with 500 is not. */
      500: components['responses']['InternalError'];
    };
  };
  'projectLinks.get': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * Id of the link.
         * @example lnk_3m8n
         */
        linkId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * The link.
       *
       * Evidence: inferred
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /**
             * One of the platform's projects and the job its work comes from. It routes events and opens contracts.
             *
             * One of the platform's projects and the job its work comes from. It routes events and opens contracts.
             *
             * One of the platform's projects and the job its work comes from. It routes events and opens contracts.
             */
            projectLink: ProjectLink;
          };
        };
      };
      /** No token, or one that is unknown or revoked. */
      401: components['responses']['Unauthorized'];
      /** The token lacks the scope; or its install or app is not active any more, or the employer's annotation-platform feature is off. */
      403: components['responses']['Forbidden'];
      /** No such object in this install. */
      404: components['responses']['NotFound'];
      /** Too many calls. The code is documented; that it comes with 429, and after how many calls, is not. */
      429: components['responses']['RateLimited'];
      /** The platform failed. The code is documented; that it comes with 500 is not. */
      500: components['responses']['InternalError'];
    };
  };
  'projectLinks.delete': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * Id of the link.
         * @example lnk_3m8n
         */
        linkId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * The link as it last was.
       *
       * Evidence: inferred
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProjectLinkDeleted;
        };
      };
      /** No token, or one that is unknown or revoked. */
      401: components['responses']['Unauthorized'];
      /** The token lacks the scope; or its install or app is not active any more, or the employer's annotation-platform feature is off. */
      403: components['responses']['Forbidden'];
      /** No such object in this install. */
      404: components['responses']['NotFound'];
      /** Too many calls. The code is documented; that it comes with 429, and after how many calls, is not. */
      429: components['responses']['RateLimited'];
      /** The platform failed. The code is documented; that it comes with 500 is not. */
      500: components['responses']['InternalError'];
    };
  };
  'contracts.list': {
    parameters: {
      query?: {
        /** Only contracts on the job of this link. */
        projectLinkId?: string;
        /** Only contracts in this state; both when left out. */
        status?: 'active' | 'ended';
        /** How many contracts at most, 1 to 200. There is no second page. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * The contracts.
       *
       * Evidence: inferred
       */
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
      /** The body or the query is not acceptable; `details` may say what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown or revoked. */
      401: components['responses']['Unauthorized'];
      /** The token lacks the scope; or its install or app is not active any more, or the employer's annotation-platform feature is off. */
      403: components['responses']['Forbidden'];
      /** No such object in this install. */
      404: components['responses']['NotFound'];
      /** Too many calls. The code is documented; that it comes with 429, and after how many calls, is not. */
      429: components['responses']['RateLimited'];
      /** The platform failed. The code is documented; that it comes with 500 is not. */
      500: components['responses']['InternalError'];
    };
  };
  'contracts.participants': {
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
      /**
       * The trainers.
       *
       * Evidence: inferred
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ParticipantList;
        };
      };
      /** No token, or one that is unknown or revoked. */
      401: components['responses']['Unauthorized'];
      /** The token lacks the scope; or its install or app is not active any more, or the employer's annotation-platform feature is off. */
      403: components['responses']['Forbidden'];
      /** No such object in this install. */
      404: components['responses']['NotFound'];
      /** Too many calls. The code is documented; that it comes with 429, and after how many calls, is not. */
      429: components['responses']['RateLimited'];
      /** The platform failed. The code is documented; that it comes with 500 is not. */
      500: components['responses']['InternalError'];
    };
  };
  'contracts.budget': {
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
      /**
       * The budget.
       *
       * Evidence: inferred
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Budget;
        };
      };
      /** No token, or one that is unknown or revoked. */
      401: components['responses']['Unauthorized'];
      /** The token lacks the scope; or its install or app is not active any more, or the employer's annotation-platform feature is off. */
      403: components['responses']['Forbidden'];
      /** No such object in this install. */
      404: components['responses']['NotFound'];
      /** Too many calls. The code is documented; that it comes with 429, and after how many calls, is not. */
      429: components['responses']['RateLimited'];
      /** The platform failed. The code is documented; that it comes with 500 is not. */
      500: components['responses']['InternalError'];
    };
  };
  'contracts.reportUsage': {
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
        'application/json': UsageReport;
      };
    };
    responses: {
      /**
       * How many entries were taken, and the budget after them.
       *
       * Evidence: inferred
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': UsageAccepted;
        };
      };
      /** The body or the query is not acceptable; `details` may say what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown or revoked. */
      401: components['responses']['Unauthorized'];
      /** The token lacks the scope; or its install or app is not active any more, or the employer's annotation-platform feature is off. */
      403: components['responses']['Forbidden'];
      /** No such object in this install. */
      404: components['responses']['NotFound'];
      /** The state of things forbids it. */
      409: components['responses']['Conflict'];
      /** Too many calls. The code is documented; that it comes with 429, and after how many calls, is not. */
      429: components['responses']['RateLimited'];
      /** The platform failed. The code is documented; that it comes with 500 is not. */
      500: components['responses']['InternalError'];
    };
  };
  'webhookEndpoints.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * All endpoints.
       *
       * Evidence: inferred
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** The endpoints, newest first. */
            webhookEndpoints: WebhookEndpoint[];
          };
        };
      };
      /** No token, or one that is unknown or revoked. */
      401: components['responses']['Unauthorized'];
      /** The token lacks the scope; or its install or app is not active any more, or the employer's annotation-platform feature is off. */
      403: components['responses']['Forbidden'];
      /** Too many calls. The code is documented; that it comes with 429, and after how many calls, is not. */
      429: components['responses']['RateLimited'];
      /** The platform failed. The code is documented; that it comes with 500 is not. */
      500: components['responses']['InternalError'];
    };
  };
  'webhookEndpoints.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': WebhookEndpointCreate;
      };
    };
    responses: {
      /**
       * The endpoint and its secret. Whether a creation answers 200 or 201 is not documented.
       *
       * Evidence: inferred
       *
       * Evidence: inferred
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': WebhookEndpointCreated;
        };
      };
      /**
       * The endpoint and its secret. Whether a creation answers 200 or 201 is not documented.
       *
       * Evidence: inferred
       *
       * Evidence: inferred
       */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': WebhookEndpointCreated;
        };
      };
      /** The body or the query is not acceptable; `details` may say what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown or revoked. */
      401: components['responses']['Unauthorized'];
      /** The token lacks the scope; or its install or app is not active any more, or the employer's annotation-platform feature is off. */
      403: components['responses']['Forbidden'];
      /** The state of things forbids it. */
      409: components['responses']['Conflict'];
      /** Too many calls. The code is documented; that it comes with 429, and after how many calls, is not. */
      429: components['responses']['RateLimited'];
      /** The platform failed. The code is documented; that it comes with 500 is not. */
      500: components['responses']['InternalError'];
    };
  };
  'webhookEndpoints.get': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * Id of the endpoint.
         * @example whe_7p2q
         */
        endpointId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * The endpoint.
       *
       * Evidence: inferred
       *
       * Evidence: inferred
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /**
             * A URL that the install's events are posted to. After 10 failures in a row it turns `DISABLED`.
             *
             * A URL that the install's events are posted to. After 10 failures in a row it turns `DISABLED`.
             */
            webhookEndpoint: WebhookEndpoint;
          };
        };
      };
      /** No token, or one that is unknown or revoked. */
      401: components['responses']['Unauthorized'];
      /** The token lacks the scope; or its install or app is not active any more, or the employer's annotation-platform feature is off. */
      403: components['responses']['Forbidden'];
      /** No such object in this install. */
      404: components['responses']['NotFound'];
      /** Too many calls. The code is documented; that it comes with 429, and after how many calls, is not. */
      429: components['responses']['RateLimited'];
      /** The platform failed. The code is documented; that it comes with 500 is not. */
      500: components['responses']['InternalError'];
    };
  };
  'webhookEndpoints.delete': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * Id of the endpoint.
         * @example whe_7p2q
         */
        endpointId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * The endpoint as it last was.
       *
       * Evidence: inferred
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': WebhookEndpointDeleted;
        };
      };
      /** No token, or one that is unknown or revoked. */
      401: components['responses']['Unauthorized'];
      /** The token lacks the scope; or its install or app is not active any more, or the employer's annotation-platform feature is off. */
      403: components['responses']['Forbidden'];
      /** No such object in this install. */
      404: components['responses']['NotFound'];
      /** Too many calls. The code is documented; that it comes with 429, and after how many calls, is not. */
      429: components['responses']['RateLimited'];
      /** The platform failed. The code is documented; that it comes with 500 is not. */
      500: components['responses']['InternalError'];
    };
  };
  'webhookEndpoints.update': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * Id of the endpoint.
         * @example whe_7p2q
         */
        endpointId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': WebhookEndpointUpdate;
      };
    };
    responses: {
      /**
       * The endpoint.
       *
       * Evidence: inferred
       *
       * Evidence: inferred
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /**
             * A URL that the install's events are posted to. After 10 failures in a row it turns `DISABLED`.
             *
             * A URL that the install's events are posted to. After 10 failures in a row it turns `DISABLED`.
             */
            webhookEndpoint: WebhookEndpoint;
          };
        };
      };
      /** The body or the query is not acceptable; `details` may say what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown or revoked. */
      401: components['responses']['Unauthorized'];
      /** The token lacks the scope; or its install or app is not active any more, or the employer's annotation-platform feature is off. */
      403: components['responses']['Forbidden'];
      /** No such object in this install. */
      404: components['responses']['NotFound'];
      /** Too many calls. The code is documented; that it comes with 429, and after how many calls, is not. */
      429: components['responses']['RateLimited'];
      /** The platform failed. The code is documented; that it comes with 500 is not. */
      500: components['responses']['InternalError'];
    };
  };
  'webhookEndpoints.redeliver': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * Id of the endpoint.
         * @example whe_7p2q
         */
        endpointId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': RedeliveryRequest;
      };
    };
    responses: {
      /**
       * How many deliveries wait again.
       *
       * Evidence: inferred
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Redelivery;
        };
      };
      /** The body or the query is not acceptable; `details` may say what. */
      400: components['responses']['BadRequest'];
      /** No token, or one that is unknown or revoked. */
      401: components['responses']['Unauthorized'];
      /** The token lacks the scope; or its install or app is not active any more, or the employer's annotation-platform feature is off. */
      403: components['responses']['Forbidden'];
      /** No such object in this install. */
      404: components['responses']['NotFound'];
      /** Too many calls. The code is documented; that it comes with 429, and after how many calls, is not. */
      429: components['responses']['RateLimited'];
      /** The platform failed. The code is documented; that it comes with 500 is not. */
      500: components['responses']['InternalError'];
    };
  };
}
