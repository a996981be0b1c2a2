import twilio from "twilio";
import RequestClient from "twilio/lib/base/RequestClient";
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

class RequestsTo extends RequestClient {
  private readonly origin: string;

  constructor(origin: string) {
    super();
    this.origin = origin;
  }

  override request<TData>(options: RequestClient.RequestOptions<TData>) {
    const uri = options.uri.replace(/^https:\/\/api\.twilio\.com/, this.origin);
    return super.request<TData>({ ...options, uri });
  }
}
