import { judgeBy, type ParameterRule } from './parameter-rule.ts';
import { CAMPAIGNS } from './tracking-of-campaigns.ts';
import { SITES } from './tracking-of-sites.ts';

/**
 * What is cut out of an address: names that no site uses for its content, and short names (`s`, `t`, `source`) on the
 * sites where they are known to count readers. Never in it, because they are gifts to the reader: Medium's `sk`, the
 * `unlocked_article_code` of the New York Times, `gift`, `st` of the Wall Street Journal, `pwapi_token` of the Washington
 * Post and `accessToken` elsewhere; nor `src` (essential in 600 of 610), `px`, `pk_no`, `sc_lang`, YouTube's `t`, `ref` on
 * GitHub, Dropbox's `rlkey`, WeChat's `sn`; nor what earns somebody a commission, such as Amazon's `tag`.
 */
export const TRACKING: readonly ParameterRule[] = [...CAMPAIGNS, ...SITES];

/** The same in the path of an address, in front of its query. */
export const TRACKING_PATHS: readonly { cut: RegExp; sites?: string; reason: string; example: string }[] = [
  { cut: /;jsessionid=[^/?#;]*/i, reason: 'the reader’s session', example: '/x;jsessionid=4F1C.node1' },
  { cut: /\/ref=[^/?#]*$/, sites: 'amazon.*', reason: 'where on Amazon it was found', example: '/dp/B01/ref=sr_1_1' },
];

/** Whether a parameter counts readers. */
export const isTracking = judgeBy(TRACKING);

/** The same, by the rules that hold on every site. */
export const isTrackingAnywhere = judgeBy(
  TRACKING.filter(({ sites, at, beside }) => sites === undefined && at === undefined && beside === undefined),
);
