import { apiVersion } from "./callback-form";
import { rfc2822 } from "./rfc2822";

interface AccountFacts {
  account_sid: string;
  name: string;
  created_at: string;
}

const maxName = 64;

/**
 * An account as Twilio's API shows it to who may call it: such an account is active. It does not repeat the secret that the
 * request came with, as Twilio's does.
 */
export function accountResource({ account_sid, name, created_at }: AccountFacts) {
  const path = `/${apiVersion}/Accounts/${account_sid}`;
  return {
    auth_token: null,
    date_created: rfc2822(created_at),
    date_updated: rfc2822(created_at),
    friendly_name: [...name].slice(0, maxName).join(""),
    owner_account_sid: account_sid,
    sid: account_sid,
    status: "active",
    subresource_uris: { balance: `${path}/Balance.json`, messages: `${path}/Messages.json` },
    type: "Full",
    uri: `${path}.json`,
  };
}
