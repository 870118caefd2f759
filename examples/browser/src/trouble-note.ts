import { element, find } from './element.ts';
import { troubleWith } from './trouble.ts';

interface Ways {
  /** Tries what failed once more. */
  again(): void;
  /** Clears the search. */
  restart(): void;
}

/** Says what went wrong and offers the way on; goes on by itself where that can be known. */
export class TroubleNote {
  readonly #place = find('trouble', HTMLElement);
  readonly #ways: Ways;
  #timer: ReturnType<typeof setInterval> | undefined;
  /** Whether the very first page is what failed. */
  atStart = false;

  constructor(ways: Ways) {
    this.#ways = ways;
    addEventListener('online', () => {
      if (this.told) ways.again();
    });
  }

  /** Whether there is trouble now. */
  get told(): boolean {
    return this.#place.hasChildNodes();
  }

  tell(error: unknown, atStart: boolean): void {
    clearInterval(this.#timer);
    const stoodHere = this.#place.contains(document.activeElement);
    this.atStart = atStart;
    const { what, advice, seconds, hopeless } = troubleWith(error);
    const [name, way] = hopeless
      ? ['Start afresh', this.#ways.restart]
      : ['Try again', this.#ways.again];
    const button = element('button', { type: 'button' }, name);
    button.addEventListener('click', way);
    // Read out once: a countdown inside would be read out every second.
    const wait = element('p', { 'aria-live': 'off' });
    this.#place.replaceChildren(
      element('p', {}, element('strong', {}, what), advice && ` ${advice}`),
      ...(seconds === undefined ? [] : [wait]),
      button,
    );
    if (stoodHere) button.focus({ preventScroll: true });
    if (seconds !== undefined) this.#countDown(wait, seconds);
  }

  clear(): void {
    clearInterval(this.#timer);
    // Whoever pressed its button stands there: they are taken on to what there is now.
    if (this.#place.contains(document.activeElement)) {
      find('results', HTMLElement).focus({ preventScroll: true });
    }
    this.#place.replaceChildren();
    this.atStart = false;
  }

  #countDown(place: HTMLElement, seconds: number): void {
    const until = Date.now() + seconds * 1000;
    const tick = () => {
      const left = Math.ceil((until - Date.now()) / 1000);
      place.textContent = `It goes on in ${left} ${left === 1 ? 'second' : 'seconds'}.`;
      if (left <= 0) this.#ways.again();
    };
    tick();
    this.#timer = setInterval(tick, 1000);
  }
}
