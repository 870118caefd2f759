import { ConsentReturnError, OpenTrainPlatform, TrainyardError } from 'trainyard';
import type { App } from './app.ts';
import { Refused, type Route, seeOther } from './http.ts';
import { keepToken } from './installs.ts';
import { form, signedIn } from './session.ts';

const consentMs = 3_600_000;

/** Where the customer says yes. */
export function consentPage({ config }: Pick<App, 'config'>, state?: string): string {
  const redirectUri = `${config.publicUrl}/opentrain/return`;
  return OpenTrainPlatform.consentUrl({ slug: config.appSlug, redirectUri, state });
}

/** A customer goes to OpenTrain, consents, comes back, and pastes the token that only they have seen. */
export function consentRoutes(app: App): Route[] {
  const { db, rounds } = app;
  const remember = db.prepare(
    'UPDATE customers SET consent_state = ?, consent_until = ? WHERE id = ?',
  );
  return [
    {
      method: 'POST',
      path: /^\/opentrain\/connect$/,
      async answer(visit) {
        await form(app, visit);
        const { id } = signedIn(app, visit);
        const state = OpenTrainPlatform.createState();
        remember.run(state, Date.now() + consentMs, id);
        return seeOther(consentPage(app, state));
      },
    },
    {
      method: 'GET',
      path: /^\/opentrain\/return$/,
      answer(visit) {
        const { id, consent_state: state, consent_until: until } = signedIn(app, visit);
        if (state === null || !(Date.now() < (until ?? 0))) {
          throw new Refused(400, 'Nothing was being connected. Please start over.');
        }
        try {
          const { installId } = OpenTrainPlatform.parseConsentReturn(visit.url, { state });
          db.transaction(() => {
            remember.run(null, null, id);
            db.prepare('UPDATE customers SET pending_install_id = ? WHERE id = ?').run(
              installId,
              id,
            );
          })();
          return seeOther('/');
        } catch (error) {
          if (!(error instanceof ConsentReturnError)) throw error;
          // A forged return must not be able to end the real one that is under way.
          if (error.code !== 'install_missing') throw new Refused(400, error.message);
          remember.run(null, null, id);
          return seeOther('/?declined');
        }
      },
    },
    {
      method: 'POST',
      path: /^\/opentrain\/token$/,
      async answer(visit) {
        const fields = await form(app, visit);
        const customer = signedIn(app, visit);
        const token = fields.get('token')?.trim() ?? '';
        const kept = await keepToken(app, customer, token).catch((error: unknown) => {
          // Messages of the client never carry the token.
          if (error instanceof TrainyardError) throw new Refused(400, error.message);
          throw error;
        });
        if (!kept)
          throw new Refused(400, 'This token is not of the connection that you just made.');
        await rounds.run();
        return seeOther('/');
      },
    },
  ];
}
