import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from '../../../src/sandbox/pages/html.ts';

describe('html', () => {
  it('escapes text, and leaves markup of its own as it is', () => {
    const name = `<b title="x">Tom & 'Ann'</b>`;
    expect(html`<p title="${name}">${html`<i>${name}</i>`}</p>`.text).toBe(
      '<p title="&lt;b title=&quot;x&quot;&gt;Tom &amp; &#39;Ann&#39;&lt;/b&gt;"><i>&lt;b title=&quot;x&quot;&gt;Tom &amp; &#39;Ann&#39;&lt;/b&gt;</i></p>',
    );
  });

  it('joins lists and shows nothing for what is not there, but shows 0', () => {
    expect(html`${['a', html`<br>`, ['<']]}${undefined}${null}${false}${0}${''}`.text).toBe(
      'a<br>&lt;0',
    );
  });

  it('lets no text end a tag, an attribute or an entity', () => {
    const law = fc.property(fc.string({ unit: 'binary' }), (text) => {
      const written = html`<p title="${text}">${text}</p>`.text.slice(10, -4);
      const [attribute = '', content = ''] = written.split('">');
      expect(attribute).toBe(content);
      expect(content).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/);
      const read = content
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&');
      expect(read).toBe(text);
    });
    fc.assert(law, { numRuns: 1_000 });
  });
});
