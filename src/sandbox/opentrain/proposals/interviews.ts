import type { Interview } from '../../../../generated/opentrain/types.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { sanitizeText, sanitizeTranscript } from '../crowd/sanitize-transcript.ts';
import type { CandidateInterview } from '../crowd/types.ts';

/** Transcripts of AI interviews, by proposal. */
export class Interviews {
  readonly #table;
  readonly #kernel: Kernel;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
    this.#table = kernel.store.table('opentrain.interviews', {
      key: (interview: Interview) => interview.proposalId,
    });
  }

  get(proposalId: string): Interview | undefined {
    return this.#table.get(proposalId);
  }

  /** Stores an interview that ends now, as employers may read it: cleaned, and never empty. */
  record(proposalId: string, interview: CandidateInterview, lastName: string): Interview {
    const { clock } = this.#kernel;
    const { id: interviewId, score, summary, messages } = interview;
    const length = messages.at(-1)?.secondsIn ?? 0;
    return this.#table.insert({
      proposalId,
      interviewId,
      score,
      summary: sanitizeText(summary, [lastName]),
      messages: sanitizeTranscript(messages, [lastName]).map((message) => {
        const said =
          'id' in message ? message : { ...message, id: `${interviewId}_0`, secondsIn: 0 };
        const { id, role, content, secondsIn } = said;
        return { id, role, content, sentAt: clock.iso(clock.now() - (length - secondsIn) * 1000) };
      }),
    });
  }
}
