import { describe, expect, it } from 'vitest';
import { opentrainProduct } from '../../src/cli/commands/opentrain/product.ts';
import { platformProduct } from '../../src/cli/commands/platform/product.ts';
import { trainarProduct } from '../../src/cli/commands/trainar/product.ts';
import { commandOf } from '../../src/cli/derive/names.ts';
import { argumentsOf } from './support/arguments.ts';
import { run, runShared } from './support/bin.ts';
import { createWorld } from './support/world.ts';

/*
 * Every derived command as people and programs meet it: the packed bin, a sandbox on a port. Processes of their own are
 * success as text, success as JSON, and failure as JSON, which shows the exit code, stdout and stderr at once. Failure as
 * text runs in the process that commands share: its words are those on the stderr of the other.
 */
const products = [opentrainProduct, trainarProduct, platformProduct];

/** A token that nobody has, in the place of each product's own. */
const strangers = {
  OT_API_TOKEN: 'ot_pat_nobody0000_00000000000000000000000000000000',
  OT_PARTNER_TOKEN: 'ot_ptk_nobody0000_00000000000000000000000000000000',
  TRAINAR_API_KEY: 'tak_nobodysKey0000000000000000000000000000000',
};

/** Every call has an id of its own. */
const withoutRequest = (stderr: string) => stderr.replace(/^Request: .*\n/m, '');

describe.each(products)('$name', (product) => {
  const operations = Object.values(product.operations).flatMap((operation) => {
    const names = product.names[operation.id];
    const main = commandOf(operation.id, names);
    return names?.byHand
      ? []
      : [main, ...(names?.aliases ?? [])].map((words) => ({ words, operation }));
  });

  it.concurrent.each(operations)(
    '$words answers a person and a program, and says what goes wrong to both',
    async ({ words, operation }) => {
      await using world = await createWorld();
      const line = () => argumentsOf(product, operation, world.values, words);
      const state = world.sandbox.snapshot();
      const text = await run(line(), world.env);
      expect(text, text.stderr).toMatchObject({ code: 0 });
      expect(text.stdout.trim()).not.toBe('');
      expect(() => JSON.parse(text.stdout)).toThrow();

      world.sandbox.restore(state);
      const json = await run([...line(), '--json'], world.env);
      expect(json).toMatchObject({ code: 0, stderr: '' });
      expect(JSON.parse(json.stdout)).toBeTypeOf('object');

      // A tokenless call has nobody to turn away; there nothing answers at all.
      const away = operation.tokenless ? { OT_API_BASE_URL: 'http://127.0.0.1:9' } : strangers;
      const code = operation.tokenless ? 1 : 4;
      const failed = await runShared(line(), { ...world.env, ...away });
      expect(failed).toMatchObject({ code, stdout: '' });
      expect(failed.stderr).toMatch(/^Error/);
      if (!operation.tokenless) expect(failed.stderr).toMatch(/^Error \(401 .*\n(.*\n)*Next: /);
      const failedJson = await run([...line(), '--json'], { ...world.env, ...away });
      expect(failedJson.code).toBe(code);
      expect(withoutRequest(failedJson.stderr)).toBe(withoutRequest(failed.stderr));
      expect(JSON.parse(failedJson.stdout)).toMatchObject({ error: expect.any(String) });
      for (const { stdout, stderr } of [failed, failedJson]) {
        expect(stdout + stderr).not.toMatch(/nobody/);
      }
    },
  );
});
