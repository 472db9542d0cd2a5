import { judgeBy, type ParameterRule } from './parameter-rule.ts';

/**
 * Parameters that say who copied the address: whoever follows it could act as that person, or is counted to them. Those
 * that the page does not need are cut with the rest (`tracking.ts`); these here may be what opens it, so they are
 * pointed out, and cut when the editor says so.
 */
export const PERSONAL: readonly ParameterRule[] = [
  { names: 'mc_eid', reason: 'the reader’s own number at Mailchimp', example: 'mc_eid=9c1d' },
  {
    names: 'e',
    sites: 'list-manage.com campaign-archive.com mailchi.mp',
    reason: 'the same; it can unsubscribe them',
    example: 'e=7cc492dc98',
  },
  { names: '_hsenc', reason: 'the reader’s own number at HubSpot', example: '_hsenc=p2ANqtz' },
  { names: 'mkt_tok', reason: 'the reader’s own number at Marketo', example: 'mkt_tok=eyJp' },
  { names: 'oly_enc_id', reason: 'the reader’s own number at Omeda', example: 'oly_enc_id=1234A' },
  { names: 'vero_id', reason: 'the reader’s own number at Vero', example: 'vero_id=abc' },
  { names: 'ck_subscriber_id', reason: 'the reader’s own number at Kit', example: 'ck_subscriber_id=12' },
  { names: 'bxid cndid', reason: 'the reader’s own number at Condé Nast', example: 'bxid=5be9' },
  { names: 'sharing_token', reason: 'a share that is counted to the account', example: 'sharing_token=Zx81' },
  {
    names: 'midToken midSig otpToken',
    sites: 'linkedin.com',
    reason: 'the member who got the mail',
    example: 'midToken=AQF',
  },
  { names: 'token', sites: 'substack.com', reason: 'logs in as the reader', example: 'token=eyJ1' },
  { names: 'r', sites: 'substack.com', reason: 'who recommended it', example: 'r=1abc2' },
  { names: 'jwt_token', reason: 'logs in as the reader of a newsletter of beehiiv', example: 'jwt_token=eyJ1' },
  { names: 'tk', sites: 'zoom.us lu.ma luma.com', reason: 'the one who signed up', example: 'tk=x1' },
  { names: 'pk', sites: 'lu.ma luma.com', reason: 'the guest’s own key', example: 'pk=g-1a' },
  {
    names: 'phpsessid jsessionid sessionid session_id aspsessionid sid_token',
    reason: 'the reader’s session; whoever follows it may be taken for them',
    example: 'PHPSESSID=4f1c',
  },
  {
    names: 'x-amz-security-token',
    reason: 'a key to a file that opens for a few hours',
    example: 'X-Amz-Security-Token=IQoJ',
  },
  {
    names: 'access_token id_token auth_token login_token magic_link_token api_key apikey',
    reason: 'a key of the reader’s account',
    example: 'access_token=ya29',
  },
  {
    names: '*',
    whole: /^[^=]*=[^=&@%]+(?:@|%40)[\w-]+(?:\.[\w-]+)+$/,
    except: 'calendar.google.com google.com',
    reason: 'somebody’s mail address; that of a calendar is the calendar',
    example: 'u=ada%40b.example',
  },
];

/** Whether a parameter names the reader. */
export const isPersonal = judgeBy(PERSONAL);
