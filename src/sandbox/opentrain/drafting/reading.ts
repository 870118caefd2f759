import type { DraftFields, FieldKey } from './fields.ts';

/** A part of the input that no field took up. */
export interface UnmappedField {
  /** Where it stood: a key path of a structured import, or `text`. */
  readonly path: string;
  /** Why nothing took it up. */
  readonly reason: string;
  /** The first characters of its value. */
  readonly valuePreview: string;
}

/** What was made of one source. */
export interface DraftReading {
  /** Found fields under PATCH key names. */
  readonly fields: DraftFields;
  /** Keys of fields that were only half said. */
  readonly lowConfidenceFields: FieldKey[];
  /** Sentences for a human, none of them blocking. */
  readonly warnings: string[];
  readonly unmappedFields: UnmappedField[];
}

const mostNotes = 50;
const previewLength = 80;

/** Collects what the rules find. The first rule that sets a field wins. */
export class Findings {
  readonly fields: DraftFields = {};
  readonly #low = new Set<FieldKey>();
  readonly #warnings = new Set<string>();
  readonly #unmapped: UnmappedField[] = [];

  has(key: FieldKey): boolean {
    return this.fields[key] !== undefined;
  }

  /**
   * Sets a field that is still open.
   *
   * @param sure `false` when the brief only half says it
   */
  set<K extends FieldKey>(key: K, value: NonNullable<DraftFields[K]>, sure = true): void {
    if (this.has(key)) return;
    this.fields[key] = value;
    if (!sure) this.#low.add(key);
  }

  warn(sentence: string): void {
    if (this.#warnings.size < mostNotes) this.#warnings.add(sentence);
  }

  unmapped(path: string, reason: string, value: unknown): void {
    if (this.#unmapped.length >= mostNotes) return;
    this.#unmapped.push({ path, reason, valuePreview: preview(value) });
  }

  /** Takes up what a second reading found where this one has nothing, as uncertain. */
  fillFrom(other: DraftReading): void {
    for (const key of Object.keys(other.fields) as FieldKey[]) {
      const value = other.fields[key];
      if (value !== undefined) this.set(key, value, false);
    }
  }

  reading(): DraftReading {
    return {
      fields: this.fields,
      lowConfidenceFields: [...this.#low],
      warnings: [...this.#warnings],
      unmappedFields: this.#unmapped,
    };
  }
}

function preview(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > previewLength ? `${text.slice(0, previewLength - 1)}…` : text;
}
