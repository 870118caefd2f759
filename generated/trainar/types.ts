// Generated from spec/trainar.yaml by npm run generate. Do not edit.

export interface paths {
  '/api-tenant-tasks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List recent tasks.
     *
     * Newest first, as far as the vendor's words tell. There is no known filter, cursor or total: one
     * call answers with everything it will ever answer with, up to `limit`.
     */
    get: operations['tasks.list'];
    put?: never;
    /**
     * Create a task.
     *
     * The task starts as `open` with source `api`, and `task.created` is fired. Two calls with one
     * `external_id` make two tasks: nothing says that the platform looks for duplicates.
     */
    post: operations['tasks.create'];
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Move a task to another status.
     *
     * Fires `task.status_changed`, and `task.completed` too when the task becomes completed. No rule
     * forbids any move. Whether fields other than `status` may be changed is not known.
     */
    patch: operations['tasks.update'];
    trace?: never;
  };
  '/api-tenant-users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the users of the tenant.
     *
     * There is no known filter, cursor or total.
     */
    get: operations['users.list'];
    put?: never;
    /**
     * Invite a person to the tenant's dashboard.
     *
     * Sends an e-mail with a link to set a password. An invitation takes no seat and gives no glasses. There
     * is no batch form: inviting many people is one call for each. No webhook event tells of users.
     */
    post: operations['users.invite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api-tenant-skills-execute': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Run a skill from a server.
     *
     * The arguments are passed on to the skill's own webhook, and the call answers when it has run. Fires
     * `skill.executed`, on failure too. Without a `session_context` the platform takes the
     * tenant's first active seat that is assigned to someone.
     */
    post: operations['skills.execute'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/webhook-subscribe': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Ask whether an endpoint is still registered.
     *
     * A missing endpoint may come as a 404, or as a 200 whose `exists` is false: the vendor's connector
     * handles both. That this read needs `manage:webhooks` is inferred.
     */
    get: operations['webhooks.get'];
    put?: never;
    /**
     * Register an endpoint for events.
     *
     * Not deduplicated: the same URL registered twice receives every event twice. So keep the `id` and
     * ask with `webhooks.get` before you register again.
     */
    post: operations['webhooks.subscribe'];
    /**
     * Remove an endpoint.
     *
     * With `_source`, only an endpoint that this source registered is removed; what the platform answers
     * when it was registered by another is not known.
     */
    delete: operations['webhooks.unsubscribe'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface webhooks {
  'task.created': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A task came into being.
     *
     * Made by hand in the dashboard, through the API, or by a connected system.
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': TaskCreatedEvent;
        };
      };
      responses: {
        /** Any 2xx answer completes the delivery. */
        '2XX': components['responses']['Received'];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'task.status_changed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A task moved to another status.
     *
     * Fired for every move among the four statuses.
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': TaskStatusChangedEvent;
        };
      };
      responses: {
        /** Any 2xx answer completes the delivery. */
        '2XX': components['responses']['Received'];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'task.completed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A task was completed.
     *
     * Always fired together with `task.status_changed`. The order of the two is not known.
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': TaskCompletedEvent;
        };
      };
      responses: {
        /** Any 2xx answer completes the delivery. */
        '2XX': components['responses']['Received'];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'session.started': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A session began on a pair of glasses.
     *
     * The fields of its data are not documented.
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': SessionStartedEvent;
        };
      };
      responses: {
        /** Any 2xx answer completes the delivery. */
        '2XX': components['responses']['Received'];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'session.completed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A session ended.
     *
     * Documented to tell the duration, the video's URL and a summary (one page adds a score), but the names
     * of these fields are not: each is optional here.
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': SessionCompletedEvent;
        };
      };
      responses: {
        /** Any 2xx answer completes the delivery. */
        '2XX': components['responses']['Received'];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  'skill.executed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A skill ran, with success or without.
     *
     * Whether started on a device, through the API or by an agent. The fields of its data are not
     * documented.
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': SkillExecutedEvent;
        };
      };
      responses: {
        /** Any 2xx answer completes the delivery. */
        '2XX': components['responses']['Received'];
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
    Scope: Scope;
    ErrorBody: ErrorBody;
    TaskStatus: TaskStatus;
    TaskPriority: TaskPriority;
    TaskSource: TaskSource;
    TaskAssignee: TaskAssignee;
    Task: Task;
    TaskCreate: TaskCreate;
    TaskUpdate: TaskUpdate;
    TaskListItem: TaskListItem;
    TaskList: TaskList;
    UserRole: UserRole;
    User: User;
    UserInvite: UserInvite;
    UserList: UserList;
    SeatRole: SeatRole;
    SkillExecute: SkillExecute;
    SkillSessionContext: SkillSessionContext;
    SkillResult: SkillResult;
    NoArguments: NoArguments;
    SessionListArguments: SessionListArguments;
    SessionGetArguments: SessionGetArguments;
    TaskGetArguments: TaskGetArguments;
    SkillGetArguments: SkillGetArguments;
    Session: Session;
    SessionList: SessionList;
    WebhookEventName: WebhookEventName;
    WebhookSubscribe: WebhookSubscribe;
    WebhookEndpoint: WebhookEndpoint;
    WebhookEndpointStatus: WebhookEndpointStatus;
    WebhookUnsubscribed: WebhookUnsubscribed;
    TaskCreatedEvent: TaskCreatedEvent;
    TaskCreatedData: TaskCreatedData;
    TaskStatusChangedEvent: TaskStatusChangedEvent;
    TaskStatusChangedData: TaskStatusChangedData;
    TaskCompletedEvent: TaskCompletedEvent;
    TaskCompletedData: TaskCompletedData;
    SessionStartedEvent: SessionStartedEvent;
    SessionStartedData: SessionStartedData;
    SessionCompletedEvent: SessionCompletedEvent;
    SessionCompletedData: SessionCompletedData;
    SkillExecutedEvent: SkillExecutedEvent;
    SkillExecutedData: SkillExecutedData;
    WebhookEvent: WebhookEvent;
  };
  responses: {
    /** A field is missing or has a value that is not allowed. */
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': ErrorBody;
      };
    };
    /**
     * The key is missing, malformed, unknown or revoked. Neither its code nor its body is documented.
     *
     * Evidence: inferred
     */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': ErrorBody;
      };
    };
    /** The key lacks the scope, or the record belongs to another tenant. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': ErrorBody;
      };
    };
    /**
     * There is no such record.
     *
     * Evidence: inferred
     */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': ErrorBody;
      };
    };
    /**
     * The record exists already.
     *
     * Evidence: inferred
     */
    Conflict: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': ErrorBody;
      };
    };
    /** Trouble on the platform's side. Wait a little and try again. The body is not documented. */
    ServerError: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': ErrorBody;
      };
    };
    /** Any 2xx answer completes the delivery. */
    Received: {
      headers: {
        [name: string]: unknown;
      };
      content?: never;
    };
  };
  parameters: {
    /**
     * The most items to answer with. The vendor's connector sends 50, and 100 at most; that 50 is the default and
     * 100 the maximum is inferred.
     *
     * Evidence: client
     * @example 50
     */
    Limit: number;
    /**
     * Id of the endpoint, as `webhooks.subscribe` answered it.
     * @example 9f4a2d18-6c3b-4e57-a1d0-8b5c7e2f3a01
     */
    EndpointId: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
/** What an API key may do. Older keys carry scopes that are not listed here. */
export type Scope =
  | 'read:sessions'
  | 'read:tasks'
  | 'write:tasks'
  | 'read:users'
  | 'manage:users'
  | 'read:skills'
  | 'write:skills'
  | 'manage:webhooks'
  | (string & {});

/** The body of every error answer. */
export type ErrorBody = {
  /** Code for machines. `BAD_REQUEST` and `INSUFFICIENT_PERMISSIONS` are documented, the others inferred. */
  error:
    | 'BAD_REQUEST'
    | 'INSUFFICIENT_PERMISSIONS'
    | 'NO_ACTIVE_SEAT'
    | 'UNAUTHORIZED'
    | 'FORBIDDEN'
    | 'NOT_FOUND'
    | 'CONFLICT'
    | 'RATE_LIMITED'
    | 'INTERNAL_ERROR'
    | (string & {});
  /** Text for people. */
  message: string;
};

/**
 * Where a task stands: `open`, then `in_progress`, then `completed`, or `cancelled`. The dashboard also knows
 * archived tasks; whether the API ever answers with that is not documented.
 */
export type TaskStatus = 'open' | 'in_progress' | 'completed' | 'cancelled' | (string & {});

/** How urgent a task is. */
export type TaskPriority = 'low' | 'medium' | 'high' | 'urgent' | (string & {});

/**
 * Where a task came from: `api`, `manual` (the dashboard) or `integration` (a connected system). One page
 * lists these three, another allows any string.
 */
export type TaskSource = 'api' | 'manual' | 'integration' | (string & {});

/** The user who is to do a task. */
export type TaskAssignee = {
  /** Id of the user, a UUID. */
  user_id: string;
  /** Name of the user. */
  name: string;
};

/** A piece of field work. */
export type Task = {
  /** Id of the task, a UUID. */
  id: string;
  /** What is to be done, in a line. */
  title: string;
  /** What is to be done, at length. Null when none was given. */
  description: string | null;
  /** Where the task stands. A new task is `open`. */
  status: TaskStatus;
  /** How urgent it is. */
  priority: TaskPriority;
  /** Where it came from. `api` for tasks made through this API. */
  source: TaskSource;
  /** The caller's own reference. Null when none was given. */
  external_id: string | null;
  /**
   * The user who is to do it. An object here, though a bare id in requests and in events. Null when
   * nobody is assigned (inferred).
   */
  assigned_to: TaskAssignee | null;
  /** When it is due, ISO-8601 in UTC with milliseconds. Null when it is not (inferred). */
  due_date: string | null;
  /** When it was made, ISO-8601 in UTC. */
  created_at: string;
  /** When it was completed, ISO-8601 in UTC. Null until then. */
  completed_at: string | null;
  /** Id of the session it was done in. Null when it was done without one. */
  session_id: string | null;
};

/** A task to be made. */
export type TaskCreate = {
  /** What is to be done, in a line. */
  title: string;
  /** What is to be done, at length. */
  description?: string | undefined;
  /**
   * How urgent it is.
   * @default medium
   */
  priority?: 'low' | 'medium' | 'high' | 'urgent' | undefined;
  /** When it is due, ISO-8601. */
  due_date?: string | undefined;
  /** Id of the user who is to do it. Someone outside the tenant is a 400, not a 403. */
  assigned_to?: string | undefined;
  /** Your own reference, to match records by. Not known to be unique or searchable. */
  external_id?: string | undefined;
};

/**
 * A change to a task.
 *
 * Evidence: client
 */
export type TaskUpdate = {
  /**
   * The status to move it to. Every move is allowed, as far as is known.
   *
   * Evidence: client
   */
  status: 'open' | 'in_progress' | 'completed' | 'cancelled';
};

/**
 * A task as lists hold it. A title and an id are all that the vendor's connector reads; the other fields are
 * those of `Task`, and may be missing.
 *
 * Evidence: client
 */
export type TaskListItem = {
  /**
   * Id of the task, a UUID. `task_id` holds it when this is missing.
   *
   * Evidence: client
   */
  id?: string;
  /**
   * Id of the task, where `id` is missing.
   *
   * Evidence: client
   */
  task_id?: string;
  /**
   * What is to be done, in a line.
   *
   * Evidence: client
   */
  title: string;
  /**
   * What is to be done, at length.
   *
   * Evidence: inferred
   */
  description?: string | null;
  /**
   * Where the task stands.
   *
   * Evidence: inferred
   */
  status?: TaskStatus;
  /**
   * How urgent it is.
   *
   * Evidence: inferred
   */
  priority?: TaskPriority;
  /**
   * Where it came from.
   *
   * Evidence: inferred
   */
  source?: TaskSource;
  /**
   * The caller's own reference.
   *
   * Evidence: inferred
   */
  external_id?: string | null;
  /**
   * The user who is to do it.
   *
   * Evidence: inferred
   */
  assigned_to?: TaskAssignee | null;
  /**
   * When it is due, ISO-8601 in UTC.
   *
   * Evidence: inferred
   */
  due_date?: string | null;
  /**
   * When it was made, ISO-8601 in UTC.
   *
   * Evidence: inferred
   */
  created_at?: string;
  /**
   * When it was completed, ISO-8601 in UTC.
   *
   * Evidence: inferred
   */
  completed_at?: string | null;
  /**
   * Id of the session it was done in.
   *
   * Evidence: inferred
   */
  session_id?: string | null;
};

/**
 * A list of tasks, in either of the forms that the vendor's connector accepts.
 *
 * Evidence: client
 */
export type TaskList =
  | {
      /**
       * The tasks.
       *
       * Evidence: client
       */
      tasks: TaskListItem[];
    }
  | TaskListItem[];

/**
 * A user's role in the dashboard. The API is said to accept `admin` only.
 *
 * Evidence: inferred
 */
export type UserRole = 'admin' | 'member' | (string & {});

/**
 * A person who may sign in to the tenant's dashboard. Seats, which are what glasses belong to, are another thing.
 *
 * Evidence: client
 */
export type User = {
  /**
   * Id of the user, a UUID.
   *
   * Evidence: client
   */
  id: string;
  /**
   * E-mail address.
   *
   * Evidence: client
   */
  email: string;
  /**
   * Name in full.
   *
   * Evidence: client
   */
  full_name?: string | null;
  /**
   * Roles in the dashboard.
   *
   * Evidence: inferred
   */
  roles?: UserRole[];
  /**
   * False once the user was deactivated.
   *
   * Evidence: inferred
   */
  is_active?: boolean;
};

/**
 * A person to be invited.
 *
 * Evidence: client
 */
export type UserInvite = {
  /**
   * Where to send the invitation.
   *
   * Evidence: client
   */
  email: string;
  /**
   * Name in full.
   *
   * Evidence: client
   */
  full_name: string;
  /**
   * Roles in the dashboard. `admin` is the only one that the API accepts at present.
   *
   * Evidence: client
   */
  roles: readonly 'admin'[];
};

/**
 * A list of users, in either of the forms that the vendor's connector accepts.
 *
 * Evidence: client
 */
export type UserList =
  | {
      /**
       * The users.
       *
       * Evidence: client
       */
      users: User[];
    }
  | User[];

/** What a seat, and so a session, is for. */
export type SeatRole = 'trainer' | 'trainee' | (string & {});

/**
 * A skill to be run.
 *
 * Evidence: client
 */
export type SkillExecute = {
  /**
   * Id of the skill, a UUID.
   *
   * Evidence: client
   */
  skill_id: string;
  /**
   * Passed on to the skill's own webhook. Send an empty object when there are none.
   *
   * Evidence: client
   */
  arguments: {
    [key: string]: unknown;
  };
  /**
   * On whose behalf to run it.
   *
   * Evidence: client
   */
  session_context?: SkillSessionContext | undefined;
};

/**
 * On whose behalf a skill is run. Left out, the tenant's first active and assigned seat is taken.
 *
 * Evidence: client
 */
export type SkillSessionContext = {
  /**
   * Presumably the tenant's own id.
   *
   * Evidence: client
   */
  customer_id?: string | undefined;
  /**
   * Id of the seat.
   *
   * Evidence: client
   */
  seat_id?: string | undefined;
  /**
   * Id of the user.
   *
   * Evidence: client
   */
  user_id?: string | undefined;
  /**
   * Role of the seat. That it is one of these two is inferred.
   *
   * Evidence: client
   */
  role?: SeatRole | undefined;
};

/**
 * What a skill answered. Any JSON, since no part of its form is documented.
 *
 * Evidence: inferred
 */
export type SkillResult = unknown;

/**
 * Nothing to say.
 *
 * Evidence: inferred
 */
export type NoArguments = Record<string, unknown>;

/**
 * Which sessions to list. What `list_sessions` takes is not documented: `status` and `role` are the filters of the
 * dashboard's list, `limit` is that of the REST lists.
 *
 * Evidence: inferred
 */
export type SessionListArguments = {
  /**
   * Where the sessions stand, `in_progress`, `completed` or `failed`.
   *
   * Evidence: inferred
   */
  status?: 'in_progress' | 'completed' | 'failed' | (string & {});
  /**
   * Role on the glasses, `trainer` or `trainee`.
   *
   * Evidence: inferred
   */
  role?: 'trainer' | 'trainee' | (string & {});
  /**
   * The most sessions to answer with, 1 to 100.
   *
   * Evidence: inferred
   */
  limit?: number;
};

/**
 * Which session to show.
 *
 * Evidence: inferred
 */
export type SessionGetArguments = {
  /**
   * Id of the session.
   *
   * Evidence: inferred
   */
  session_id: string;
};

/**
 * Which task to show.
 *
 * Evidence: inferred
 */
export type TaskGetArguments = {
  /**
   * Id of the task.
   *
   * Evidence: inferred
   */
  task_id: string;
};

/**
 * Which skill to show.
 *
 * Evidence: inferred
 */
export type SkillGetArguments = {
  /**
   * Id of the skill.
   *
   * Evidence: inferred
   */
  skill_id: string;
};

/**
 * A training session on the glasses, as the MCP tool `list_sessions` may answer it. That a session has these is
 * known from the dashboard and the events; what the tool calls them is not.
 *
 * Evidence: inferred
 */
export type Session = {
  /**
   * Id of the session, a UUID.
   *
   * Evidence: inferred
   */
  id?: string;
  /**
   * Id of the session where `id` is missing, as in events.
   *
   * Evidence: inferred
   */
  session_id?: string;
  /**
   * The title of its task, one that was generated, or the id.
   *
   * Evidence: inferred
   */
  name?: string | null;
  /**
   * Role on the glasses.
   *
   * Evidence: inferred
   */
  role?: 'trainer' | 'trainee' | (string & {}) | null;
  /**
   * Where it stands.
   *
   * Evidence: inferred
   */
  status?: 'in_progress' | 'completed' | 'failed' | (string & {}) | null;
  /**
   * Id of the task that was worked on.
   *
   * Evidence: inferred
   */
  task_id?: string | null;
  /**
   * Id of the user.
   *
   * Evidence: inferred
   */
  user_id?: string | null;
  /**
   * Id of the seat.
   *
   * Evidence: inferred
   */
  seat_id?: string | null;
  /**
   * When it began, ISO-8601 in UTC.
   *
   * Evidence: inferred
   */
  started_at?: string | null;
  /**
   * When it ended, ISO-8601 in UTC. Null until then.
   *
   * Evidence: inferred
   */
  completed_at?: string | null;
  /**
   * How long it took; the unit is not known.
   *
   * Evidence: inferred
   */
  duration?: number | null;
  /**
   * 0 to 100.
   *
   * Evidence: inferred
   */
  score?: number | null;
  /**
   * What happened, as the AI tells it.
   *
   * Evidence: inferred
   */
  summary?: string | null;
  /**
   * Where the recording is, for a while.
   *
   * Evidence: inferred
   */
  video_url?: string | null;
};

/**
 * Sessions, in one of the two forms that lists of this platform are known in.
 *
 * Evidence: inferred
 */
export type SessionList =
  | {
      /**
       * The sessions.
       *
       * Evidence: inferred
       */
      sessions: Session[];
    }
  | Session[];

/** The events that an endpoint can listen to. */
export type WebhookEventName =
  | 'task.created'
  | 'task.status_changed'
  | 'task.completed'
  | 'session.started'
  | 'session.completed'
  | 'skill.executed';

/**
 * An endpoint to be registered.
 *
 * Evidence: client
 */
export type WebhookSubscribe = {
  /**
   * Where to deliver.
   *
   * Evidence: client
   */
  url: string;
  /**
   * The events to deliver, one at least.
   *
   * Evidence: client
   */
  events: readonly WebhookEventName[];
  /**
   * Names the integration that registers the endpoint, such as `n8n`; `webhooks.unsubscribe` can then remove
   * only its own. That it may be left out is inferred.
   *
   * Evidence: client
   */
  source?: string | undefined;
};

/**
 * A registered endpoint.
 *
 * Evidence: client
 */
export type WebhookEndpoint = {
  /**
   * Id of the endpoint. Keep it, since no call lists endpoints.
   *
   * Evidence: client
   */
  id: string;
  /**
   * The events that are delivered to it.
   *
   * Evidence: client
   */
  events: (
    | 'task.created'
    | 'task.status_changed'
    | 'task.completed'
    | 'session.started'
    | 'session.completed'
    | 'skill.executed'
    | (string & {})
  )[];
  /**
   * Where events are delivered.
   *
   * Evidence: inferred
   */
  url?: string;
  /**
   * The integration that registered it.
   *
   * Evidence: inferred
   */
  source?: string | null;
  /**
   * The secret that deliveries are signed with. Deliveries are documented to be signed with HMAC-SHA256, but
   * where the secret comes from is not known.
   *
   * Evidence: inferred
   */
  secret?: string | null;
  /**
   * When it was registered, ISO-8601 in UTC.
   *
   * Evidence: inferred
   */
  created_at?: string;
};

/**
 * Whether an endpoint is registered, and if so how.
 *
 * Evidence: client
 */
export type WebhookEndpointStatus = {
  /**
   * False when the endpoint is gone.
   *
   * Evidence: client
   */
  exists: boolean;
  /**
   * Id of the endpoint.
   *
   * Evidence: client
   */
  id?: string;
  /**
   * The events that are delivered to it.
   *
   * Evidence: client
   */
  events?: (
    | 'task.created'
    | 'task.status_changed'
    | 'task.completed'
    | 'session.started'
    | 'session.completed'
    | 'skill.executed'
    | (string & {})
  )[];
  /**
   * Where events are delivered.
   *
   * Evidence: client
   */
  url?: string;
};

/**
 * The answer to a removal. Its form is not documented.
 *
 * Evidence: inferred
 */
export type WebhookUnsubscribed = {
  /**
   * True when the endpoint is gone.
   *
   * Evidence: inferred
   */
  success?: boolean;
};

/** A task came into being. */
export type TaskCreatedEvent = {
  /** Name of the event. */
  event: 'task.created';
  /** `evt-` and a UUID, the same on every retry: store it and drop repeats. */
  event_id: string;
  /** When it happened, which is not when it was sent. ISO-8601 in UTC. */
  timestamp: string;
  /** What `task.created` tells. Neither description, priority nor due date are part of it. */
  data: TaskCreatedData;
};

/** What `task.created` tells. Neither description, priority nor due date are part of it. */
export type TaskCreatedData = {
  /** Id of the task, a UUID. */
  task_id: string;
  /** What is to be done, in a line. */
  title: string;
  /** Where the task stands. One page says always `open`, another any of the four. */
  status: TaskStatus;
  /** Where it came from. */
  source: TaskSource;
  /** The caller's own reference. Null when none was given. */
  external_id: string | null;
  /** Id of the user who is to do it, where `Task` holds an object. Null when nobody is assigned. */
  assigned_to: string | null;
  /** When it was made, ISO-8601 in UTC. */
  created_at: string;
};

/** A task moved to another status. */
export type TaskStatusChangedEvent = {
  /** Name of the event. */
  event: 'task.status_changed';
  /** `evt-` and a UUID, the same on every retry: store it and drop repeats. */
  event_id: string;
  /** When it happened, which is not when it was sent. ISO-8601 in UTC. */
  timestamp: string;
  /** What `task.status_changed` tells. There may be more fields than these. */
  data: TaskStatusChangedData;
};

/** What `task.status_changed` tells. There may be more fields than these. */
export type TaskStatusChangedData = {
  /** Id of the task, a UUID. */
  task_id: string;
  /** What is to be done, in a line. */
  title: string;
  /** Where the task stood. */
  previous_status: TaskStatus;
  /** Where it stands now. */
  new_status: TaskStatus;
  /** The caller's own reference. Null when none was given. */
  external_id: string | null;
  /** Where it came from. */
  source: TaskSource;
  /**
   * Id of the session it is done in. A field whose name starts with "session" is documented, the rest of it is not.
   *
   * Evidence: inferred
   */
  session_id?: string | null;
};

/** A task was completed. */
export type TaskCompletedEvent = {
  /** Name of the event. */
  event: 'task.completed';
  /** `evt-` and a UUID, the same on every retry: store it and drop repeats. */
  event_id: string;
  /** When it happened, which is not when it was sent. ISO-8601 in UTC. */
  timestamp: string;
  /** What `task.completed` tells. The event is documented as a special case of `task.status_changed`; its own fields are not. */
  data: TaskCompletedData;
};

/**
 * What `task.completed` tells. The event is documented as a special case of `task.status_changed`; its own fields are not.
 *
 * Evidence: inferred
 */
export type TaskCompletedData = {
  /**
   * Id of the task, a UUID.
   *
   * Evidence: inferred
   */
  task_id: string;
  /**
   * What was to be done, in a line.
   *
   * Evidence: inferred
   */
  title?: string;
  /**
   * The caller's own reference.
   *
   * Evidence: inferred
   */
  external_id?: string | null;
  /**
   * Where it came from.
   *
   * Evidence: inferred
   */
  source?: TaskSource;
  /**
   * Id of the session it was done in. Null when it was done without one.
   *
   * Evidence: inferred
   */
  session_id?: string | null;
  /**
   * Id of the user who was to do it.
   *
   * Evidence: inferred
   */
  assigned_to?: string | null;
  /**
   * When it was completed, ISO-8601 in UTC.
   *
   * Evidence: inferred
   */
  completed_at?: string | null;
};

/** A session began on a pair of glasses. */
export type SessionStartedEvent = {
  /** Name of the event. */
  event: 'session.started';
  /** `evt-` and a UUID, the same on every retry: store it and drop repeats. */
  event_id: string;
  /** When it happened, which is not when it was sent. ISO-8601 in UTC. */
  timestamp: string;
  /** What `session.started` tells. None of its fields is documented. */
  data: SessionStartedData;
};

/**
 * What `session.started` tells. None of its fields is documented.
 *
 * Evidence: inferred
 */
export type SessionStartedData = {
  /**
   * Id of the session.
   *
   * Evidence: inferred
   */
  session_id?: string | null;
  /**
   * Id of the task that the session is about.
   *
   * Evidence: inferred
   */
  task_id?: string | null;
  /**
   * Id of the user who wears the glasses.
   *
   * Evidence: inferred
   */
  user_id?: string | null;
  /**
   * Id of the seat that the glasses belong to.
   *
   * Evidence: inferred
   */
  seat_id?: string | null;
  /**
   * What the session is for.
   *
   * Evidence: inferred
   */
  role?: 'trainer' | 'trainee' | (string & {}) | null;
  /**
   * When it began, ISO-8601 in UTC.
   *
   * Evidence: inferred
   */
  started_at?: string | null;
};

/** A session ended. */
export type SessionCompletedEvent = {
  /** Name of the event. */
  event: 'session.completed';
  /** `evt-` and a UUID, the same on every retry: store it and drop repeats. */
  event_id: string;
  /** When it happened, which is not when it was sent. ISO-8601 in UTC. */
  timestamp: string;
  /** What `session.completed` tells. That it holds a duration, a video URL and a summary is documented, how they are called is not. */
  data: SessionCompletedData;
};

/**
 * What `session.completed` tells. That it holds a duration, a video URL and a summary is documented, how they are called is not.
 *
 * Evidence: inferred
 */
export type SessionCompletedData = {
  /**
   * Id of the session.
   *
   * Evidence: inferred
   */
  session_id?: string | null;
  /**
   * Id of the task that the session was about.
   *
   * Evidence: inferred
   */
  task_id?: string | null;
  /**
   * Id of the user who wore the glasses.
   *
   * Evidence: inferred
   */
  user_id?: string | null;
  /**
   * Id of the seat that the glasses belong to.
   *
   * Evidence: inferred
   */
  seat_id?: string | null;
  /**
   * What the session was for.
   *
   * Evidence: inferred
   */
  role?: 'trainer' | 'trainee' | (string & {}) | null;
  /**
   * When it began, ISO-8601 in UTC.
   *
   * Evidence: inferred
   */
  started_at?: string | null;
  /**
   * When it ended, ISO-8601 in UTC.
   *
   * Evidence: inferred
   */
  completed_at?: string | null;
  /**
   * How long it took. Whether in seconds or in minutes is not documented.
   *
   * Evidence: inferred
   */
  duration?: number | null;
  /**
   * The recording. It may be missing, still uploading, or expire.
   *
   * Evidence: inferred
   */
  video_url?: string | null;
  /**
   * What happened, as the AI tells it.
   *
   * Evidence: inferred
   */
  summary?: string | null;
  /**
   * From 0 to 100.
   *
   * Evidence: inferred
   */
  score?: number | null;
};

/** A skill ran, with success or without. */
export type SkillExecutedEvent = {
  /** Name of the event. */
  event: 'skill.executed';
  /** `evt-` and a UUID, the same on every retry: store it and drop repeats. */
  event_id: string;
  /** When it happened, which is not when it was sent. ISO-8601 in UTC. */
  timestamp: string;
  /** What `skill.executed` tells. None of its fields is documented. */
  data: SkillExecutedData;
};

/**
 * What `skill.executed` tells. None of its fields is documented.
 *
 * Evidence: inferred
 */
export type SkillExecutedData = {
  /**
   * Id of the skill.
   *
   * Evidence: inferred
   */
  skill_id?: string | null;
  /**
   * Name of the skill, in snake_case.
   *
   * Evidence: inferred
   */
  skill_name?: string | null;
  /**
   * Whether it succeeded.
   *
   * Evidence: inferred
   */
  success?: boolean | null;
  /**
   * Why it failed.
   *
   * Evidence: inferred
   */
  error?: string | null;
  /**
   * Id of the session it ran in.
   *
   * Evidence: inferred
   */
  session_id?: string | null;
  /**
   * Id of the seat it ran for.
   *
   * Evidence: inferred
   */
  seat_id?: string | null;
  /**
   * Id of the user it ran for.
   *
   * Evidence: inferred
   */
  user_id?: string | null;
  /**
   * When it ran, ISO-8601 in UTC.
   *
   * Evidence: inferred
   */
  executed_at?: string | null;
  /**
   * How long it took, in milliseconds.
   *
   * Evidence: inferred
   */
  latency_ms?: number | null;
};

/** Any event that an endpoint may receive. */
export type WebhookEvent =
  | TaskCreatedEvent
  | TaskStatusChangedEvent
  | TaskCompletedEvent
  | SessionStartedEvent
  | SessionCompletedEvent
  | SkillExecutedEvent;

export type $defs = Record<string, never>;

export interface operations {
  'tasks.list': {
    parameters: {
      query?: {
        /**
         * The most items to answer with. The vendor's connector sends 50, and 100 at most; that 50 is the default and
         * 100 the maximum is inferred.
         *
         * Evidence: client
         * @example 50
         */
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * Recent tasks. The vendor's connector accepts both of these forms.
       *
       * Evidence: client
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': TaskList;
        };
      };
      /** A field is missing or has a value that is not allowed. */
      400: components['responses']['BadRequest'];
      /** The key is missing, malformed, unknown or revoked. Neither its code nor its body is documented. */
      401: components['responses']['Unauthorized'];
      /** The key lacks the scope, or the record belongs to another tenant. */
      403: components['responses']['Forbidden'];
      /** Trouble on the platform's side. Wait a little and try again. The body is not documented. */
      '5XX': components['responses']['ServerError'];
    };
  };
  'tasks.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': TaskCreate;
      };
    };
    responses: {
      /** The new task. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Task;
        };
      };
      /** A field is missing or has a value that is not allowed. */
      400: components['responses']['BadRequest'];
      /** The key is missing, malformed, unknown or revoked. Neither its code nor its body is documented. */
      401: components['responses']['Unauthorized'];
      /** The key lacks the scope, or the record belongs to another tenant. */
      403: components['responses']['Forbidden'];
      /** Trouble on the platform's side. Wait a little and try again. The body is not documented. */
      '5XX': components['responses']['ServerError'];
    };
  };
  'tasks.update': {
    parameters: {
      query: {
        /**
         * Id of the task to change. Record ids travel in the query string on this API.
         * @example 0d2f7f5c-53a1-4b0e-8a57-9a3f9f6f2c01
         */
        task_id: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Evidence: client */
    requestBody: {
      content: {
        'application/json': TaskUpdate;
      };
    };
    responses: {
      /**
       * The task as it is now.
       *
       * Evidence: inferred
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Task;
        };
      };
      /** A field is missing or has a value that is not allowed. */
      400: components['responses']['BadRequest'];
      /** The key is missing, malformed, unknown or revoked. Neither its code nor its body is documented. */
      401: components['responses']['Unauthorized'];
      /** The key lacks the scope, or the record belongs to another tenant. */
      403: components['responses']['Forbidden'];
      /** There is no such record. */
      404: components['responses']['NotFound'];
      /** Trouble on the platform's side. Wait a little and try again. The body is not documented. */
      '5XX': components['responses']['ServerError'];
    };
  };
  'users.list': {
    parameters: {
      query?: {
        /**
         * The most items to answer with. The vendor's connector sends 50, and 100 at most; that 50 is the default and
         * 100 the maximum is inferred.
         *
         * Evidence: client
         * @example 50
         */
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * Users. The vendor's connector accepts both of these forms.
       *
       * Evidence: client
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': UserList;
        };
      };
      /** A field is missing or has a value that is not allowed. */
      400: components['responses']['BadRequest'];
      /** The key is missing, malformed, unknown or revoked. Neither its code nor its body is documented. */
      401: components['responses']['Unauthorized'];
      /** The key lacks the scope, or the record belongs to another tenant. */
      403: components['responses']['Forbidden'];
      /** Trouble on the platform's side. Wait a little and try again. The body is not documented. */
      '5XX': components['responses']['ServerError'];
    };
  };
  'users.invite': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Evidence: client */
    requestBody: {
      content: {
        'application/json': UserInvite;
      };
    };
    responses: {
      /**
       * The invited user.
       *
       * Evidence: inferred
       */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': User;
        };
      };
      /** A field is missing or has a value that is not allowed. */
      400: components['responses']['BadRequest'];
      /** The key is missing, malformed, unknown or revoked. Neither its code nor its body is documented. */
      401: components['responses']['Unauthorized'];
      /** The key lacks the scope, or the record belongs to another tenant. */
      403: components['responses']['Forbidden'];
      /** The record exists already. */
      409: components['responses']['Conflict'];
      /** Trouble on the platform's side. Wait a little and try again. The body is not documented. */
      '5XX': components['responses']['ServerError'];
    };
  };
  'skills.execute': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Evidence: client */
    requestBody: {
      content: {
        'application/json': SkillExecute;
      };
    };
    responses: {
      /**
       * What the skill answered. No part of its form is documented.
       *
       * Evidence: inferred
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': SkillResult;
        };
      };
      /** A field is missing or has a value that is not allowed. */
      400: components['responses']['BadRequest'];
      /** The key is missing, malformed, unknown or revoked. Neither its code nor its body is documented. */
      401: components['responses']['Unauthorized'];
      /** The key lacks the scope, or the record belongs to another tenant. */
      403: components['responses']['Forbidden'];
      /** There is no such record. */
      404: components['responses']['NotFound'];
      /** Trouble on the platform's side. Wait a little and try again. The body is not documented. */
      '5XX': components['responses']['ServerError'];
    };
  };
  'webhooks.get': {
    parameters: {
      query: {
        /**
         * Id of the endpoint, as `webhooks.subscribe` answered it.
         * @example 9f4a2d18-6c3b-4e57-a1d0-8b5c7e2f3a01
         */
        endpoint_id: components['parameters']['EndpointId'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * Whether the endpoint is registered.
       *
       * Evidence: client
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': WebhookEndpointStatus;
        };
      };
      /** The key is missing, malformed, unknown or revoked. Neither its code nor its body is documented. */
      401: components['responses']['Unauthorized'];
      /** The key lacks the scope, or the record belongs to another tenant. */
      403: components['responses']['Forbidden'];
      /** There is no such record. */
      404: components['responses']['NotFound'];
      /** Trouble on the platform's side. Wait a little and try again. The body is not documented. */
      '5XX': components['responses']['ServerError'];
    };
  };
  'webhooks.subscribe': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Evidence: client */
    requestBody: {
      content: {
        'application/json': WebhookSubscribe;
      };
    };
    responses: {
      /**
       * The new endpoint. The status code is inferred.
       *
       * Evidence: client
       */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': WebhookEndpoint;
        };
      };
      /** A field is missing or has a value that is not allowed. */
      400: components['responses']['BadRequest'];
      /** The key is missing, malformed, unknown or revoked. Neither its code nor its body is documented. */
      401: components['responses']['Unauthorized'];
      /** The key lacks the scope, or the record belongs to another tenant. */
      403: components['responses']['Forbidden'];
      /** Trouble on the platform's side. Wait a little and try again. The body is not documented. */
      '5XX': components['responses']['ServerError'];
    };
  };
  'webhooks.unsubscribe': {
    parameters: {
      query: {
        /**
         * Id of the endpoint, as `webhooks.subscribe` answered it.
         * @example 9f4a2d18-6c3b-4e57-a1d0-8b5c7e2f3a01
         */
        endpoint_id: components['parameters']['EndpointId'];
        /**
         * Remove the endpoint only if this source registered it.
         * @example my-integration
         */
        _source?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /**
       * The endpoint is gone.
       *
       * Evidence: inferred
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': WebhookUnsubscribed;
        };
      };
      /** The key is missing, malformed, unknown or revoked. Neither its code nor its body is documented. */
      401: components['responses']['Unauthorized'];
      /** The key lacks the scope, or the record belongs to another tenant. */
      403: components['responses']['Forbidden'];
      /** There is no such record. */
      404: components['responses']['NotFound'];
      /** Trouble on the platform's side. Wait a little and try again. The body is not documented. */
      '5XX': components['responses']['ServerError'];
    };
  };
}
