/** A column of a table. */
export interface Column {
  /** Where in a record it is. */
  readonly key: string;
  readonly title: string;
  readonly isId: boolean;
  read(row: unknown): unknown;
}

const most = 6;
/** What people look for first. */
const first = ['id', 'name', 'title', 'displayName', 'email', 'status', 'state', 'type'];
/** Long, or told by another column. */
const last = /(html|text|description|url|content|summary)$/i;

/** A column by its place in a record, with a title of its own where the place's name says too little. */
export type ColumnChoice = string | readonly [path: string, title: string];

/** The columns to show: those asked for, else what says most about the records. */
export function columnsOf(rows: readonly unknown[], preferred?: readonly ColumnChoice[]): Column[] {
  const choices = (preferred ?? guess(rows)).map((one) =>
    typeof one === 'string' ? ([one, titleOf(one)] as const) : one,
  );
  return choices.map(([path, title]) => ({
    key: path,
    title,
    isId: /id$/i.test(path),
    read: (row) => path.split('.').reduce<unknown>((at, key) => Object(at)[key], row),
  }));
}

function guess(rows: readonly unknown[]): string[] {
  if (rows.some((row) => typeof row !== 'object' || row === null)) return [''];
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row as object)))];
  const told = keys.filter((key) => {
    const values = rows.map((row) => (row as Record<string, unknown>)[key]);
    return values.every(isShort) && !values.every(isNothing);
  });
  const rank = (key: string) => {
    const place = first.indexOf(key);
    if (place >= 0) return place;
    return last.test(key) ? 2_000 : 1_000;
  };
  return told.sort((a, b) => rank(a) - rank(b)).slice(0, most);
}

/** A plain value, or a list of such. */
function isShort(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((one) => typeof one !== 'object');
  return typeof value !== 'object' || value === null;
}

/** What would only make a column of dashes. */
function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || String(value) === '';
}

/** `proposalCounts.total` → `TOTAL`, `createdAt` → `CREATED AT` */
function titleOf(path: string): string {
  const name = path.split('.').pop() ?? path;
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/_/g, ' ')
    .toUpperCase();
}
