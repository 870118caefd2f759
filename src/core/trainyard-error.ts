/** The same brand in every copy of the package, so that `instanceof` works across ESM and CommonJS. */
const brand = Symbol.for('trainyard.error');

/**
 * The root of every error this package throws on purpose.
 *
 * `instanceof` works between two copies of the package (ESM and CommonJS, or two versions): classes
 * are told apart by name, not by identity. Every field is safe to log: no error carries a key, a
 * token or a secret.
 */
export class TrainyardError extends Error {
  /** Names of this class and its ancestors, most general first; what `instanceof` looks at. */
  readonly [brand]: readonly string[];

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.className;
    const lineage: string[] = [];
    for (
      let type: typeof TrainyardError = new.target;
      type.className !== undefined;
      type = Object.getPrototypeOf(type)
    ) {
      lineage.unshift(type.className);
    }
    Object.defineProperty(this, brand, { value: lineage });
  }

  /** The public name of the class. Written out because minifiers rename classes. */
  static readonly className: string = 'TrainyardError';

  static override [Symbol.hasInstance](this: { className?: string }, value: unknown): boolean {
    if (typeof value !== 'object' || value === null || this.className === undefined) return false;
    const lineage = (value as { [brand]?: readonly string[] })[brand];
    return lineage?.includes(this.className) ?? false;
  }
}
