import type { Page } from '../../pages/page.ts';
import { refusalOf, seeOther, type Visit, type Visitors } from '../../pages/site.ts';
import type { Market } from '../market.ts';
import type { HumanControls } from './add-pages.ts';
import { type ClaimForm, claimedPage, claimPage, deadLinkPage } from './claim-page.ts';

/** `/claim`: a human makes the account that an agent registered their own. */
export function claimVisitors(market: Market, controls: HumanControls): Visitors {
  const { accounts, claims } = market;

  /** The form of a link; without a link the code alone has to find the claim. */
  const formOf = (token: string | null): ClaimForm | undefined => {
    if (token === null) return { token };
    const claim = claims.byLink(token);
    if (!claim || !claims.isRunning(claim)) return undefined;
    return { token, attempt: claim.attempt, account: accounts.require(claim.accountId) };
  };

  const show = ({ query }: Visit): Page => {
    const account = accounts.get(query.get('account') ?? '');
    if (account?.claimed) return claimedPage(account);
    const form = formOf(query.get('token'));
    return form ? claimPage(market, form) : deadLinkPage();
  };

  const claim = ({ form }: Visit): Page | Response => {
    const token = form.get('token');
    // People copy codes with spaces in them.
    const code = (form.get('code') ?? '').replaceAll(/\s/g, '');
    const email = form.get('email') ?? '';
    try {
      const by = token === null ? { userCode: code } : { token };
      const { accountId } = controls.claim({ ...by, code, email });
      return seeOther(`/claim?account=${accountId}`);
    } catch (error) {
      const { status, message, details } = refusalOf(error);
      const again = formOf(token);
      if (!again) return deadLinkPage(status);
      return claimPage(market, again, { status, message, email, left: details?.attemptsLeft });
    }
  };

  return { get: show, post: claim };
}
