interface SendRequest {
  from: string;
  to: string;
  body: string;
  scheduled_at?: string | undefined;
  client_ref?: string;
  validity?: number;
  store_body?: boolean;
}

/** The curl line that sends this message through the API; the token comes from the environment. */
export function sendCurl(origin: string, request: SendRequest): string {
  return postCurl(`${origin}/api/sms`, request);
}

function postCurl(url: string, body: object): string {
  const json = JSON.stringify(body, null, 2).replaceAll("'", "'\\''").replaceAll("\n", "\n  ");
  return [
    `curl -X POST ${url} \\`,
    '  -H "Authorization: Bearer $ACTIO_TOKEN" \\',
    '  -H "Content-Type: application/json" \\',
    `  -d '${json}'`,
  ].join("\n");
}

/** The message of the guide, for places that have none of their own yet. */
export const guideMessage = {
  from: "YourBrand",
  to: "48732129000",
  body: "Your login code: 482910",
};
