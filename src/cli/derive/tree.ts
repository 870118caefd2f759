import type { Command } from 'commander';
import type { CliProduct } from '../product.ts';
import { addOperation } from './command.ts';
import { commandOf } from './names.ts';

/** Adds a command for every operation of a product, under the name that it has. */
export function addOperations(root: Command, product: CliProduct): void {
  for (const operation of Object.values(product.operations)) {
    const names = product.names[operation.id];
    if (names?.byHand) continue;
    const main = commandOf(operation.id, names);
    const summary = (product.summaries[operation.id] ?? '').replace(/\.$/, '');
    for (const words of [main, ...(names?.aliases ?? [])]) {
      const said = words === main ? summary : `the same as ${main}`;
      addOperation(leafAt(root, words, said), product, operation);
    }
  }
}

/** A new command at the end of some words; groups on the way are made as needed. */
export function leafAt(root: Command, words: string, summary: string): Command {
  const names = words.split(' ');
  const leaf = names.pop() ?? '';
  return groupAt(root, names).command(leaf).description(summary);
}

/** The group at the end of some words, made as needed. */
export function groupAt(root: Command, names: readonly string[]): Command {
  return names.reduce((group, name) => {
    const found = group.commands.find((command) => command.name() === name);
    return found ?? group.command(name).description(`commands on ${name}`);
  }, root);
}
