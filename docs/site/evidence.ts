import {
  type Application,
  type Comment,
  CommentTag,
  Converter,
  type DefaultThemeRenderContext,
  JSX,
  Renderer,
} from 'typedoc';
import type { Evidence } from '../../src/core/operation.ts';

const tag = '@evidence';

/** The line that the generator ends the comment of an undocumented thing with. */
const line = /\s*\bEvidence: (client|inferred)\s*$/;

/** What each mark says. */
const meanings: Readonly<Record<Evidence, string>> = {
  client: 'seen in the vendor’s own client, and not documented',
  inferred: 'deduced, and not documented',
};

/** Where the marks are explained. */
const explained = 'concepts/evidence.html';

/** Marks what is not documented, and explains the marks below each page that has one. */
export function markEvidence(app: Application): void {
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    for (const { comment } of Object.values(project.reflections)) if (comment) markComment(comment);
  });
  const marked = new Set<Evidence>();
  app.renderer.on(Renderer.EVENT_BEGIN_PAGE, () => marked.clear());
  app.renderer.hooks.on('comment.beforeTags', (context, comment) => {
    const evidence = evidenceOf(comment);
    if (evidence === undefined) return nothing();
    marked.add(evidence);
    return JSX.createElement('p', { class: 'evidence' }, badge(context, evidence));
  });
  app.renderer.hooks.on('content.end', (context) =>
    marked.size === 0 ? nothing() : legend(context, [...marked].sort()),
  );
}

/** Says of a comment how the thing is known. */
export function setEvidence(comment: Comment, evidence: Evidence): void {
  const mark = new CommentTag(tag, [{ kind: 'text', text: evidence }]);
  // The mark itself is shown in place of it.
  mark.skipRendering = true;
  comment.blockTags.push(mark);
}

function markComment(comment: Comment): void {
  const last = comment.summary.at(-1);
  const evidence = last && line.exec(last.text)?.[1];
  if (!last || evidence === undefined) return;
  last.text = last.text.replace(line, '');
  setEvidence(comment, evidence as Evidence);
}

const evidenceOf = (comment: Comment) =>
  comment.getTag(tag)?.content[0]?.text as Evidence | undefined;

function badge(context: DefaultThemeRenderContext, evidence: Evidence): JSX.Element {
  return JSX.createElement(
    'a',
    {
      class: `evidence-mark evidence-${evidence}`,
      href: context.relativeURL(explained),
      title: meanings[evidence],
    },
    evidence,
  );
}

function legend(context: DefaultThemeRenderContext, marks: readonly Evidence[]): JSX.Element {
  return JSX.createElement(
    'p',
    { class: 'evidence-legend' },
    ...marks.map((mark) =>
      JSX.createElement(JSX.Fragment, null, badge(context, mark), ` ${meanings[mark]}. `),
    ),
    'What has no mark is documented by the vendor. ',
    JSX.createElement('a', { href: context.relativeURL(explained) }, 'How things are known'),
  );
}

const nothing = () => JSX.createElement(JSX.Fragment, null);
