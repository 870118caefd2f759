/** Shared by every copy of the package, so that `instanceof` works across ESM and CommonJS. */
const brand = Symbol.for('trainyard.error');

type ErrorClass = { className?: string };

/**
 * The root of every error this package throws on purpose.
 *
 * `instanceof` works between two copies of the package (ESM and CommonJS, or two versions), since
 * classes are compared by public name. Every field is safe to log: no error carries a key, a token
 * or a secret.
 */
export class TrainyardError extends Error {
  /** The public name of the class, written out because minifiers rename classes. */
  static readonly className: string = 'TrainyardError';
  /**
   * Whether the platform may have done what was asked although the call failed: look before you send a
   * write again. Where it is false, the write was not done.
   *
   * @example
   * ```ts
   * const content = 'When could you start?';
   * try {
   *   await ot.messages.send({ conversationId, content });
   * } catch (error) {
   *   if (!(error instanceof TrainyardError && error.mayHaveHappened)) throw error;
   *   const { items } = await ot.messages.list(conversationId, { limit: 5 });
   *   if (!items.some((message) => message.content === content)) console.log('It was not sent.');
   * }
   * ```
   */
  readonly mayHaveHappened: boolean = false;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    Object.defineProperty(this, 'name', { value: new.target.className, configurable: true });
  }

  /**
   * The class that made this error, found by other copies of the package.
   *
   * @internal
   */
  get [brand](): ErrorClass {
    return this.constructor as ErrorClass;
  }

  /** @internal */
  static override [Symbol.hasInstance](this: ErrorClass, value: unknown): boolean {
    // A user's own subclass has no public name: for it the language's rule holds.
    if (!Object.hasOwn(this, 'className')) {
      return Function.prototype[Symbol.hasInstance].call(this, value);
    }
    let made = (value as { [brand]?: ErrorClass } | null | undefined)?.[brand];
    while (made && made.className !== this.className) {
      made = Object.getPrototypeOf(made) as ErrorClass | undefined;
    }
    return made !== undefined && made !== null;
  }
}
