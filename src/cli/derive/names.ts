import type { Operation } from '../../core/operation.ts';

/** What is special about the command of an operation. */
export interface CommandNames {
  /** `jobs list`, where the operation's own name is not it. */
  readonly command?: string;
  /** True when the command is written by hand, and nothing of it derived. */
  readonly byHand?: true;
  /** Other names for the same. */
  readonly aliases?: readonly string[];
  /** The value that can be given without its flag, where it isn't the one id that is needed. */
  readonly positional?: string;
  /** The command that shows whether it happened, where `get` or `list` of the same kind would not. */
  readonly look?: string;
  /** Names of flags, by the place of the value: `milestone.amount`. */
  readonly flags?: Readonly<Record<string, string>>;
}

/** `jobs.listProposals` → `jobs list-proposals` */
export function commandOf(operationId: string, names: CommandNames | undefined): string {
  return names?.command ?? operationId.split('.').map(kebab).join(' ');
}

/** The flag of a value, without its dashes. An id called `id` says of what. */
export function flagOf(
  operation: Operation,
  path: readonly string[],
  names: CommandNames | undefined,
): string {
  const named = names?.flags?.[path.join('.')];
  if (named !== undefined) return named;
  if (path.length === 1 && path[0] === 'id') {
    return `${kebab(operation.id.replace(/s?\..*/, ''))}-id`;
  }
  return path.map((part) => kebab(part.replace(/^_+/, ''))).join('-');
}

/** `pricePerHour` and `price_per_hour` → `price-per-hour` */
export function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .replace(/_/g, '-')
    .toLowerCase();
}
