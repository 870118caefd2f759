import type { App } from './app.ts';
import { Refused, type Route, seeOther, type Visit } from './http.ts';

export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly consent_state: string | null;
  readonly consent_until: number | null;
  readonly pending_install_id: string | null;
}

const linkMs = 900_000;
const sessionMs = 12 * 3_600_000;

/** A link that signs a customer in, for a quarter of an hour. */
export function signInLink({ config, keys }: Pick<App, 'config' | 'keys'>, id: string): string {
  const until = Date.now() + linkMs;
  const query = new URLSearchParams({
    customer: id,
    until: `${until}`,
    key: keys.sign('sign-in', id, until),
  });
  return `${config.publicUrl}/sign-in?${query}`;
}

export function sessionRoutes({ config, keys }: App): Route[] {
  return [
    {
      method: 'GET',
      path: /^\/sign-in$/,
      answer({ url: { searchParams: query } }) {
        const [id = '', key = ''] = [query.get('customer') ?? '', query.get('key') ?? ''];
        const until = Number(query.get('until'));
        if (!keys.isSigned(key, 'sign-in', id, until) || !(Date.now() < until)) {
          throw new Refused(403, 'This link is too old, or not one of ours. Ask for another.');
        }
        const end = Date.now() + sessionMs;
        const session = [id, end, keys.sign('session', id, end)].join('.');
        const secure = config.publicUrl.startsWith('https:') ? '; Secure' : '';
        const cookie = `session=${session}; Path=/; HttpOnly; SameSite=Lax${secure}`;
        return seeOther('/', { 'set-cookie': cookie });
      },
    },
  ];
}

/** @throws Refused 401 when nobody is signed in. */
export function signedIn({ db, keys }: App, { headers }: Visit): Customer {
  const [, session = ''] = /(?:^|;\s*)session=([^;]*)/.exec(headers.cookie ?? '') ?? [];
  const [id = '', end = '', key = ''] = session.split('.');
  const good = keys.isSigned(key, 'session', id, Number(end)) && Date.now() < Number(end);
  const customer = good && db.prepare('SELECT * FROM customers WHERE id = ?').get(id);
  if (customer) return customer as Customer;
  throw new Refused(401, 'Please sign in by the link that you were sent.');
}

/**
 * Fields of a form that a signed-in customer sent from one of our own pages.
 *
 * @throws Refused 403 when another site sent it in their name.
 */
export async function form({ config }: App, visit: Visit): Promise<URLSearchParams> {
  if (visit.headers.origin !== config.publicUrl) {
    throw new Refused(403, 'This form was sent from another site.');
  }
  return new URLSearchParams((await visit.body()).toString('utf8'));
}
