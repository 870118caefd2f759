import type { CommonFlags } from '../common-flags.ts';
import { type Filter, printed, readFilter } from './jq.ts';
import { asJson } from './json.ts';
import { plain } from './plain.ts';
import { writeLine } from './write.ts';

/** Where a command's answer goes: stdout has the answer alone, in the form that was asked for. */
export class Output {
  /** Whether a program reads it. */
  readonly forPrograms: boolean;
  readonly #filter: Filter | undefined;

  private constructor(forPrograms: boolean, filter: Filter | undefined) {
    this.forPrograms = forPrograms;
    this.#filter = filter;
  }

  static async of({ json, jq }: CommonFlags): Promise<Output> {
    const filter = jq === undefined ? undefined : await readFilter(jq);
    return new Output(json === true || filter !== undefined, filter);
  }

  /** Prints an answer; `text` makes the readable form of it. */
  async answer(value: unknown, text: () => string | Promise<string>): Promise<void> {
    if (!this.forPrograms) return writeLine(await text());
    if (!this.#filter) return writeLine(asJson(value, 2));
    for (const made of this.#filter(value)) await writeLine(printed(made, 2));
  }

  /** Prints one of many as a line of JSON. */
  async line(value: unknown): Promise<void> {
    if (!this.#filter) return writeLine(asJson(value));
    for (const made of this.#filter(value)) await writeLine(printed(made));
  }

  /** Says something to a person; a program that reads stdout doesn't see it. */
  note(text: string): void {
    process.stderr.write(`${plain(text)}\n`);
  }
}
