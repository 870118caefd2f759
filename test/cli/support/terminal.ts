import { type IPty, spawn } from '@lydell/node-pty';
import headless, { type IBufferCell } from '@xterm/headless';

/** One place on a screen. */
export type Cell = IBufferCell;

export interface TerminalOptions {
  readonly env: Record<string, string>;
  readonly cwd?: string;
  readonly cols?: number;
  readonly rows?: number;
}

/** How long something may take to appear on a busy machine. */
const patienceMs = 250_000;

/**
 * A pseudo-terminal with a program in it, and an emulator that reads what the program writes, so that
 * what is looked at is what a screen shows and not the bytes that brought it there.
 */
export class Terminal implements AsyncDisposable {
  readonly #pty: IPty;
  readonly #screen: InstanceType<typeof headless.Terminal>;
  #gone = false;
  /** All that was written to it. */
  bytes = '';
  /** How the program ended. */
  readonly ended: Promise<{ exitCode: number; signal?: number | undefined }>;

  constructor(
    file: string,
    args: readonly string[],
    { env, cwd, cols = 100, rows = 40 }: TerminalOptions,
  ) {
    this.#screen = new headless.Terminal({ cols, rows, scrollback: 5_000, allowProposedApi: true });
    const colours = { TERM: 'xterm-256color', ...env };
    this.#pty = spawn(file, [...args], { cols, rows, env: colours, ...(cwd && { cwd }) });
    this.#pty.onData((data) => {
      this.bytes += data;
      this.#screen.write(data);
    });
    this.ended = new Promise((resolve) => {
      this.#pty.onExit((how) => {
        this.#gone = true;
        this.#screen.write('', () => resolve(how));
      });
    });
  }

  /** A shell whose prompt is a dollar. */
  static shell(options: TerminalOptions): Terminal {
    const env = { PS1: '$ ', HISTFILE: '/dev/null', ...options.env };
    return new Terminal('bash', ['--norc', '--noprofile', '-i'], { ...options, env });
  }

  /** Types, as fast as a paste. */
  type(text: string): void {
    this.#pty.write(text);
  }

  /** Types a command and waits until the shell asks for the next. @returns what is new on the screen */
  async run(command: string): Promise<string> {
    const before = this.row;
    await this.enter(command);
    await this.shows(() => this.row > before && this.lines(this.row)[0] === '$');
    return this.lines(before).slice(0, -1).join('\n');
  }

  /** Types a command, and waits for nothing but to see it typed. */
  async enter(command: string): Promise<void> {
    await this.shows(() => this.lines(this.row)[0] === '$');
    const from = this.row;
    this.type(command);
    await this.shows(() => this.lines(from).join('').replace(/\s/g, '').endsWith(bare(command)));
    this.type('\r');
  }

  /** Waits until the screen, or the text on it, is as described. */
  async shows(what: RegExp | (() => boolean)): Promise<void> {
    const holds = typeof what === 'function' ? what : () => what.test(this.text);
    await new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!holds()) return;
        clearTimeout(timer);
        watch.dispose();
        resolve();
      };
      const timer = setTimeout(() => {
        watch.dispose();
        reject(new Error(`${String(what)} never came; the screen shows\n${this.text}`));
      }, patienceMs);
      const watch = this.#screen.onWriteParsed(look);
      look();
    });
  }

  /** Where the cursor is, counted from the first row that ever was. */
  get row(): number {
    const { baseY, cursorY } = this.#screen.buffer.normal;
    return baseY + cursorY;
  }

  /** Every row that is shown or was, down to the cursor. */
  get text(): string {
    return this.lines().join('\n');
  }

  /** Rows as text, without the blanks at their ends. */
  lines(from = 0): string[] {
    const { normal } = this.#screen.buffer;
    const rows = Array.from({ length: this.row - from + 1 }, (_, index) => from + index);
    return rows.map((row) => normal.getLine(row)?.translateToString(true).trimEnd() ?? '');
  }

  /** Rows that go on in the one below, since they are longer than the screen is wide. */
  broken(): string[] {
    const { normal } = this.#screen.buffer;
    return this.lines().filter((_, row) => normal.getLine(row + 1)?.isWrapped === true);
  }

  /** Rows as cells. */
  cells(from = 0): Cell[][] {
    const { normal } = this.#screen.buffer;
    return this.lines(from).map((text, index) =>
      Array.from(text, (_, column) => normal.getLine(from + index)?.getCell(column)).filter(
        (cell) => cell !== undefined,
      ),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // With its first process a terminal is gone, and the system hangs up on what still runs in it. No milder
    // signal is sure: bash loses a SIGHUP that comes while it draws its prompt, and waits on for a key.
    if (!this.#gone) this.#pty.kill('SIGKILL');
    await this.ended;
    this.#screen.dispose();
  }
}

const bare = (text: string) => text.replace(/\s/g, '');
