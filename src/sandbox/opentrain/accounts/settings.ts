import type { Kernel } from '../../kernel/kernel.ts';

/** A switch of the whole environment. */
export type Switch = 'anonymousRegistration';

/** Switches of the environment; all are on until turned. */
export class Settings {
  readonly #table;

  constructor(kernel: Kernel) {
    this.#table = kernel.store.table('opentrain.switches', {
      key: (row: { name: string; on: boolean }) => row.name,
    });
  }

  isOn(name: Switch): boolean {
    return this.#table.get(name)?.on ?? true;
  }

  turn(name: Switch, on: boolean): void {
    this.#table.delete(name);
    this.#table.insert({ name, on });
  }
}
