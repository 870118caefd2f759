import { list } from '../../core/list.ts';
import type { Operation } from '../../core/operation.ts';
import type { Transport } from '../../core/transport.ts';
import type { CommonFlags } from '../common-flags.ts';
import type { Output } from '../output/output.ts';
import { nextPageOf, readable } from '../output/readable.ts';
import type { CliProduct } from '../product.ts';
import { UsageError } from '../usage-error.ts';
import { counting } from '../wait.ts';
import type { Field } from './fields.ts';
import type { RequestParts } from './request.ts';

/** Makes one call and prints its answer. */
export async function callAndPrint(
  product: CliProduct,
  operation: Operation,
  request: RequestParts,
  flags: CommonFlags,
  output: Output,
): Promise<void> {
  const transport = await product.connect({ baseUrl: flags.baseUrl }, flags.dryRun === true);
  const args = {
    path: request.path,
    query: request.query,
    ...(operation.body && { body: request.body }),
  };
  if (flags.all) {
    const progress = await counting('items');
    const line = async (item: unknown) => {
      await output.line(item);
      progress.count();
    };
    return walk(transport, operation, args, line).finally(progress.stop);
  }
  const answer = await transport.call<unknown>(operation, args);
  await output.answer(answer, async () => readable(product.name, operation, answer));
  const more = nextPageOf(operation, answer);
  if (more !== undefined && !output.forPrograms) {
    output.note(`More: --${operation.pagination?.cursor} ${more}, or --all for everything.`);
  }
}

/** Prints every item of a list, fetching a page while the one before it is printed. */
async function walk(
  transport: Transport,
  operation: Operation,
  args: { path: Record<string, string>; query: Record<string, unknown> },
  line: (item: unknown) => Promise<void>,
): Promise<void> {
  if (operation.pagination?.style === 'feed') return walkFeed(transport, operation, args, line);
  const items = list<unknown, object>(transport, operation, args, undefined, (body) =>
    itemsOf(operation, body),
  );
  for await (const item of items) await line(item);
}

/** A feed has no last page; it is walked to where it ends now. */
async function walkFeed(
  transport: Transport,
  operation: Operation,
  args: { path: Record<string, string>; query: Record<string, unknown> },
  line: (item: unknown) => Promise<void>,
): Promise<void> {
  const { cursor = 'cursor', next = 'nextCursor' } = operation.pagination ?? {};
  let query = args.query;
  for (;;) {
    const page = await transport.call<Record<string, unknown>>(operation, { ...args, query });
    for (const item of itemsOf(operation, page)) await line(item);
    const from = page[next];
    if (page.hasMore !== true || from === query[cursor]) return;
    query = { ...query, [cursor]: from };
  }
}

/** The list of an answer; one operation may answer with one or another. */
function itemsOf(operation: Operation, body: object): unknown[] {
  const named = (body as Record<string, unknown>)[operation.pagination?.items ?? ''];
  return (named ?? Object.values(body).find(Array.isArray)) as unknown[];
}

/** Holds a body against its schema, in the words of the flags; nothing has been sent yet. */
export async function checkBody(
  product: CliProduct,
  operation: Operation,
  body: unknown,
  fields: readonly Field[],
): Promise<void> {
  const { requests } = await product.loadSchemas();
  const { error } = requests[operation.id]?.body.safeParse(body) ?? {};
  if (!error) return;
  const told = error.issues.map(({ path, message }) => {
    const field = fields.find((one) => one.path.join('.') === path.join('.'));
    return `${field ? `--${field.flag}` : path.join('.') || 'the body'}: ${message}`;
  });
  throw new UsageError(told.join('\n             '));
}
