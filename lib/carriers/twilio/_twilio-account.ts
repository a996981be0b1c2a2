import { type CarrierResponse, httpClient } from "../http/http-client";

interface AccountRequest {
  method: "GET" | "POST";
  /** Relative to the account. */
  resource: string;
  form?: URLSearchParams;
}

/** A carrier's account at Twilio. */
export interface TwilioAccount {
  /** Of the carrier. */
  name: string;
  authToken: string;
  messagingServiceSid: string | undefined;
  /** Makes one request about the account; rejects as `HttpClient` does. */
  request(request: AccountRequest): Promise<CarrierResponse>;
}

interface AccountSettings {
  name: string;
  url: string;
  accountSid: string;
  authToken: string;
  messagingServiceSid: string | undefined;
}

/** An account at Twilio, whose SID and auth token are sent with each request (HTTP Basic, RFC 7617). */
export function twilioAccount({ url, accountSid, ...account }: AccountSettings): TwilioAccount {
  const client = httpClient(url);
  const credentials = Buffer.from(`${accountSid}:${account.authToken}`).toString("base64");
  return {
    ...account,
    request: ({ method, resource, form }) =>
      client({
        method,
        path: `/2010-04-01/Accounts/${accountSid}/${resource}`,
        headers: {
          authorization: `Basic ${credentials}`,
          accept: "application/json",
          ...(form && { "content-type": "application/x-www-form-urlencoded" }),
        },
        ...(form && { body: form.toString() }),
      }),
  };
}
