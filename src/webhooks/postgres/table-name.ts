import { InvalidArgumentError } from '../../core/invalid-argument-error.ts';

const name = '[A-Za-z_][A-Za-z0-9_]{0,55}';
const tableName = new RegExp(`^(${name}\\.)?${name}$`);

/** A table's name as it may stand in SQL, where no value can be passed for it: `inbox`, `hooks.inbox`. */
export function checkTableName(table: string): string {
  if (!tableName.test(table)) {
    throw new InvalidArgumentError(
      'table',
      'letters, digits and underscores, 56 at most, with a schema before it or not: hooks.inbox',
    );
  }
  return table;
}
