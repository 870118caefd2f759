/** A column of a table. */
export interface Column {
  readonly title: string;
  readonly isId: boolean;
  read(row: unknown): unknown;
}

const most = 6;
/** What people look for first. */
const first = ['id', 'name', 'title', 'displayName', 'email', 'status', 'state', 'type'];
/** Long, or told by another column. */
const last = /(html|text|description|url|content|summary)$/i;

/** The columns to show: those asked for, else what says most about the records. */
export function columnsOf(rows: readonly unknown[], preferred?: readonly string[]): Column[] {
  const paths = preferred ?? guess(rows);
  return paths.map((path) => ({
    title: titleOf(path),
    isId: /id$/i.test(path),
    read: (row) => path.split('.').reduce<unknown>((at, key) => Object(at)[key], row),
  }));
}

function guess(rows: readonly unknown[]): string[] {
  if (rows.some((row) => typeof row !== 'object' || row === null)) return [''];
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row as object)))];
  const scalar = keys.filter((key) =>
    rows.every(
      (row) => typeof (row as Record<string, unknown>)[key] !== 'object' || isNothing(row, key),
    ),
  );
  const rank = (key: string) => {
    const place = first.indexOf(key);
    if (place >= 0) return place;
    return last.test(key) ? 2_000 : 1_000;
  };
  return scalar.sort((a, b) => rank(a) - rank(b)).slice(0, most);
}

function isNothing(row: unknown, key: string): boolean {
  return (row as Record<string, unknown>)[key] === null;
}

/** `proposalCounts.total` → `TOTAL`, `createdAt` → `CREATED AT` */
function titleOf(path: string): string {
  const name = path.split('.').pop() ?? path;
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/_/g, ' ')
    .toUpperCase();
}
