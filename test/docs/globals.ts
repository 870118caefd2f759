import type { OpenTrain, Proposal } from 'trainyard/opentrain';
import type { OpenTrainPlatform } from 'trainyard/platform';
import type { Sandbox } from 'trainyard/sandbox';
import type { TrainAR } from 'trainyard/trainar';

/** What the texts take for granted, as any reader does; each name stands for something real when they run. */
export interface Globals {
  /** A client of a claimed account with a card and credits. */
  ot: OpenTrain;
  trainar: TrainAR;
  platform: OpenTrainPlatform;
  /** The platform's key, of the client that the text makes with it. */
  token: string;

  /** A delivery as it came in: of the platform that the text names, genuine and recent. */
  body: string;
  headers: Headers;
  secret: string;
  /** The same delivery. */
  request: Request;

  /** An open job to which people have applied. */
  jobId: string;
  /** A job that was never published, with nothing missing. */
  draftId: string;
  /** Somebody who was not hired yet. */
  proposalId: string;
  /** Somebody who has not applied. */
  freelancerId: string;
  /** A hire that waits for its human. */
  approvalId: string;
  /** A contract whose first milestone is funded. */
  contractId: string;
  /** Its second milestone, which is not. */
  milestoneId: string;
  conversationId: string;
  topUpId: string;
  webhookId: string;
  /** An endpoint of the platform that was disabled. */
  endpointId: string;
  taskId: string;
  skillId: string;

  /** Asks a human at the keyboard. */
  ask(prompt: string, choices?: readonly string[] | null): Promise<string>;
  /** A queue of the reader's own. */
  queue: { add(id: string, job: unknown): Promise<void> };
  /** A cursor that the reader keeps somewhere. */
  load(): Promise<string>;
  save(cursor: string): Promise<void>;
  /** The sandbox that all of this is in. */
  sandbox: Sandbox;
  proposal: Proposal;
}
