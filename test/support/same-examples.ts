import fc from 'fast-check';

/**
 * Laws are tried on the same examples every time, so that what a run tells is what was changed. `LAWS_SEED=7 npm test` tries
 * others.
 */
fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  seed: Number(process.env.LAWS_SEED ?? 20_260_601),
});
