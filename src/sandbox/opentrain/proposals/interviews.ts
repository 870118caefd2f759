import type { Interview } from '../../../../generated/opentrain/types.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { withoutContactDetails } from '../messages/contact-details.ts';

/** One turn of an interview. */
export interface InterviewTurn {
  readonly role: 'interviewer' | 'candidate';
  readonly content: string;
}

const turnMs = 45_000;

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

  /** Stores a transcript as readers may see it: cleaned, and never empty. */
  record(
    proposalId: string,
    result: { score: number | null; summary: string | null; turns: readonly InterviewTurn[] },
  ): Interview {
    const { clock, random } = this.#kernel;
    const ids = random.stream('opentrain.interviews');
    const turns = result.turns
      .map(({ role, content }) => ({ role, content: cleaned(content) }))
      .filter(({ content }) => content !== '');
    const told: readonly InterviewTurn[] =
      turns.length > 0 ? turns : [{ role: 'interviewer', content: 'Interview completed.' }];
    const startedAt = clock.now() - told.length * turnMs;
    return this.#table.insert({
      proposalId,
      interviewId: ids.id('int_'),
      score: result.score,
      summary: result.summary && cleaned(result.summary),
      messages: told.map((turn, i) => ({
        id: ids.id('itm_'),
        ...turn,
        sentAt: clock.iso(startedAt + i * turnMs),
      })),
    });
  }
}

/** Without the interviewer's control markers (`[[END]]`, `<|…|>`) and contact details. */
function cleaned(text: string): string {
  const spoken = text.replace(/\[\[[^\][]{0,80}\]\]|<\|[^<>|]{0,80}\|>/g, '');
  return withoutContactDetails(spoken).trim();
}
