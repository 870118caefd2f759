import { calls } from '../../generated/opentrain/calls.ts';
import type {
  Capabilities,
  JobDraft,
  JobDraftCreate,
  JobDraftUpdate,
  JobDraftUpdateResult,
  MissingField,
} from '../../generated/opentrain/types.ts';
import { ApiPromise } from '../core/api-promise.ts';
import { InvalidArgumentError } from '../core/invalid-argument-error.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { Transport } from '../core/transport.ts';
import { DraftIncompleteError } from './draft-incomplete-error.ts';
import { tooLong } from './draft-text.ts';

/** A job in plain English. */
export interface JobDraftPlainText {
  /** The job in your words, at most 60,000 characters. */
  text: string;
  /** Your own reference. It does not prevent duplicates. */
  externalId?: string | undefined;
  /** The same key answers the same draft. */
  idempotencyKey?: string | undefined;
}

/** A job to read: plain text, or any of the forms the platform takes. */
export type JobDraftInput = JobDraftPlainText | JobDraftCreate;

/**
 * What fills a gap: a value (numbers may be strings, lists may be joined by commas), several keys of
 * `jobDrafts.update` at once, or nothing when there is no answer.
 */
export type DraftAnswer =
  | string
  | number
  | boolean
  | readonly string[]
  | JobDraftUpdate
  | null
  | undefined;

/** Answers a question about a draft: `prompt` is for people, `type` and `enumValues` bound the answer. */
export type AnswerField = (field: MissingField) => DraftAnswer | Promise<DraftAnswer>;

/** Jobs before they are published. There is no call that reads one; `jobs.listMine` lists them. */
export class JobDrafts {
  readonly #api: Transport;

  /** @internal */
  constructor(api: Transport) {
    this.#api = api;
  }

  /**
   * Tells which features are on for the account, and which formats, keys and enums drafts take. Any
   * valid token may ask. Source: documented.
   *
   * @throws FeatureDisabledError when drafting itself is off
   */
  capabilities(options?: RequestOptions): ApiPromise<Capabilities> {
    return this.#api.call(calls['jobDrafts.capabilities'], {}, options);
  }

  /**
   * Reads a job out of plain English or an import, and stores it as a draft. Nothing is published;
   * `missingFields` lists what that needs. Needs `jobs:write`. Source: documented; its errors are inferred.
   *
   * Repeated safely when the connection fails: an idempotency key is sent, yours or a random one, and
   * the platform answers a key it knows with the draft it has.
   *
   * @param input `text`, or one of the platform's forms; text has at most 60,000 characters
   * @throws InvalidArgumentError when the text is longer
   * @throws BadRequestError when the import can't be read (inferred)
   * @throws MissingScopeError without `jobs:write`
   *
   * @example
   * ```ts
   * const draft = await ot.jobDrafts.create({ text: 'Label 20,000 street photos, 5 cents each.' });
   * const ready = await ot.jobDrafts.complete(draft, (field) => ask(field.prompt, field.enumValues));
   * await ot.jobs.publish(ready.jobId);
   * ```
   */
  create(input: JobDraftInput, options?: RequestOptions): ApiPromise<JobDraft> {
    const { text, ...rest } = { ...input } as Partial<JobDraftPlainText> & Record<string, unknown>;
    const body = text === undefined ? rest : { ...rest, rawJobDescription: text };
    const source = body.source as { text?: string; idempotencyKey?: string } | undefined;
    const wrong = tooLong('text', body.rawJobDescription) ?? tooLong('source.text', source?.text);
    if (wrong) return new ApiPromise(Promise.reject(wrong));
    body.idempotencyKey ??= source?.idempotencyKey ?? crypto.randomUUID();
    // With its key in the body a repeat answers the draft that exists.
    const repeatable = { ...calls['jobDrafts.create'], idempotent: true } as const;
    return this.#api.call(repeatable, { body }, options);
  }

  /**
   * Changes fields of a draft and validates it anew; a live job is changed with `jobs.update`. Needs
   * `jobs:write`. Source: documented; its errors, but for unknown keys, are inferred.
   *
   * @throws BadRequestError when a key is unknown, or a value of the wrong type
   * @throws ConflictError when the job is no draft (inferred)
   * @throws NotFoundError when there is none, or it is another account's (inferred)
   *
   * @example
   * ```ts
   * const { validation } = await ot.jobDrafts.update(draftId, { experienceLevel: 'INTERMEDIATE' });
   * console.log(validation.publishReady, validation.missingFields);
   * ```
   */
  update(
    jobId: string,
    fields: JobDraftUpdate,
    options?: RequestOptions,
  ): ApiPromise<JobDraftUpdateResult> {
    return this.#api.call(calls['jobDrafts.update'], { path: { jobId }, body: fields }, options);
  }

  /**
   * Fills the gaps of a draft until it can be published. Each round asks `answer` once for each
   * missing field, one after the other, and stores all answers in one call.
   *
   * Whether updates describe the fields they still miss is not documented; where they don't, what
   * `jobDrafts.create` and `jobDrafts.capabilities` said of a field is used.
   *
   * @param draft from `jobDrafts.create` or `jobDrafts.update`
   * @param answer asked for each missing field; `undefined` or `null` for no answer
   * @returns the draft, ready for `jobs.publish`
   * @throws InvalidArgumentError when an answer is no number where one is needed, not among
   *   `enumValues`, or over 60,000 characters; nothing of that round is stored
   * @throws DraftIncompleteError when a field was left unanswered, or a round changed nothing
   *
   * @example
   * ```ts
   * const draft = await ot.jobDrafts.create({ text: 'Label 20,000 street photos, 5 cents each.' });
   * const ready = await ot.jobDrafts.complete(draft, (field) =>
   *   field.field === 'experienceLevel' ? 'INTERMEDIATE' : ask(field.prompt, field.enumValues),
   * );
   * ```
   */
  async complete(
    draft: JobDraft | JobDraftUpdateResult,
    answer: AnswerField,
    options?: RequestOptions,
  ): Promise<JobDraftUpdateResult> {
    // Loaded on first use: many clients never draft.
    const { completeDraft } = await import('./complete-draft.ts');
    return completeDraft(this, draft, answer, options, {
      DraftIncompleteError,
      InvalidArgumentError,
      tooLong,
    });
  }
}
