import twilio from "twilio";
import { accountSidOf } from "../twilio-api/sids";
import type { MintedAccount } from "./mint-account";

/**
 * Twilio's own client for Node, whose requests go to another origin: what a program needs that moves here, and nothing
 * more. It is the account's by its SID, and a token is its auth token.
 */
export function twilioClient(
  origin: string,
  { accountId, token }: Pick<MintedAccount, "accountId" | "token">,
) {
  return twilio(accountSidOf(accountId), token, { httpClient: new RequestsTo(origin) });
}

class RequestsTo extends twilio.RequestClient {
  constructor(private readonly origin: string) {
    super();
  }

  override request<TData>(options: Parameters<twilio.RequestClient["request"]>[0]) {
    const uri = options.uri.replace(/^https:\/\/api\.twilio\.com/, this.origin);
    return super.request<TData>({ ...options, uri } as never);
  }
}
