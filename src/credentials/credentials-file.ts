import { mkdir, readFile, realpath, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { withFileLock } from '../node/file-lock.ts';
import { CredentialsError, systemCode } from './credentials-error.ts';
import { type PreparedFile, prepareFile } from './prepared-file.ts';

/** What the vendor's own command line and MCP server keep, and ours with them. */
export interface Credentials {
  /** A personal token, `ot_pat_…`. */
  apiToken?: string | undefined;
  /** Origin of the platform. */
  baseUrl?: string | undefined;
  /** A claim token, `ot_clm_…`; from registration until a human has claimed the account. */
  claimToken?: string | undefined;
}

const keys = ['apiToken', 'baseUrl', 'claimToken'] as const;

/** Environment variables, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where the file is: `${XDG_CONFIG_HOME:-~/.config}/opentrain/cli.json`. A relative
 * `XDG_CONFIG_HOME` counts for nothing, as its own standard says.
 */
export function credentialsPath(env: Environment = process.env): string {
  const { XDG_CONFIG_HOME: configured = '' } = env;
  const base = isAbsolute(configured) ? configured : join(homedir(), '.config');
  return join(base, 'opentrain', 'cli.json');
}

/** Room for new credentials that is known to be there. */
export interface PreparedSave {
  /** Puts the changes into the file; `undefined` takes a key out, unknown keys stay. */
  save(changes: Credentials): Promise<void>;
  /** Gives the room back; nothing changes. Does nothing after `save`. */
  discard(): Promise<void>;
}

/** The credentials file that command line and MCP server share. */
export class CredentialsFile {
  readonly path: string;

  constructor(path: string = credentialsPath()) {
    this.path = path;
  }

  /**
   * @returns nothing in it when there is no file
   * @throws CredentialsError when it can't be read, or holds something else than credentials
   */
  async read(): Promise<Credentials> {
    const found = await this.#read();
    return Object.fromEntries(keys.flatMap((key) => (found[key] ? [[key, found[key]]] : [])));
  }

  /**
   * Makes sure of a later save before something is done that can't be done twice: a token that is
   * handed out once must not be lost to a full disk.
   *
   * @throws CredentialsError when the file can't be written, or holds something else than credentials
   */
  async prepare(): Promise<PreparedSave> {
    const current = await this.#read();
    let path: string;
    let prepared: PreparedFile;
    try {
      await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
      path = await this.#real();
      prepared = await prepareFile(path, JSON.stringify(current).length + 16_384);
    } catch (error) {
      throw new CredentialsError(
        this.path,
        `can't be written (${systemCode(error)}): ${cure(error)}`,
      );
    }
    return {
      save: async (changes) => {
        let base = current;
        try {
          await withFileLock(path, async () => {
            // Read again: another process may have saved since.
            base = await this.#read();
            await prepared.fill(textOf(base, changes));
            await prepared.replace();
          });
        } catch (error) {
          // What is handed out once has to stay somewhere.
          await prepared.fill(textOf(base, changes));
          throw new CredentialsError(
            this.path,
            `could not be replaced (${systemCode(error) ?? 'it changed meanwhile'}). What belongs there is in ${prepared.part}: move it there.`,
          );
        }
      },
      discard: () => prepared.discard(),
    };
  }

  /**
   * Changes what is in the file; `undefined` takes a key out, unknown keys stay.
   *
   * @throws CredentialsError when the file can't be written, or holds something else than credentials
   */
  async save(changes: Credentials): Promise<void> {
    const prepared = await this.prepare();
    try {
      await prepared.save(changes);
    } catch (error) {
      await prepared.discard();
      throw error;
    }
  }

  /** Deletes the file, whatever it holds. @returns whether there was one */
  async remove(): Promise<boolean> {
    try {
      // Not in the middle of a save, which would bring back what it read before.
      await withFileLock(await this.#real(), () => rm(this.path));
      return true;
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return false;
      throw new CredentialsError(this.path, `can't be deleted (${systemCode(error)}).`);
    }
  }

  /** Where the file really is: a link stays one. */
  #real(): Promise<string> {
    return realpath(this.path).catch(() => this.path);
  }

  async #read(): Promise<Record<string, unknown> & Credentials> {
    let text: string;
    try {
      text = await readFile(this.path, 'utf8');
    } catch (error) {
      if (/^(ENOENT|ENOTDIR)$/.test(systemCode(error) ?? '')) return {};
      throw new CredentialsError(this.path, `can't be read (${systemCode(error)}).`);
    }
    return parse(text, this.path);
  }
}

const textOf = (base: object, changes: Credentials): string =>
  `${JSON.stringify({ ...base, ...changes }, null, 2)}\n`;

function parse(text: string, path: string): Record<string, unknown> & Credentials {
  const refuse = (what: string) =>
    new CredentialsError(
      path,
      `${what}, and is left as it is. Repair it, or delete it and sign in again.`,
    );
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own message quotes what it could not read, which may be a token.
    throw refuse('is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refuse('is not a JSON object');
  }
  for (const key of keys) {
    const held = (value as Credentials)[key];
    if (held !== undefined && typeof held !== 'string')
      throw refuse(`has a ${key} that is no text`);
  }
  return value as Record<string, unknown> & Credentials;
}

function cure(error: unknown): string {
  switch (systemCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full. Nothing was sent; make room and try again.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'it is not writable. Nothing was sent; set XDG_CONFIG_HOME to a folder that is.';
    default:
      return 'nothing was sent. Set XDG_CONFIG_HOME to a folder that can be written.';
  }
}
