import { createHmac, timingSafeEqual } from "node:crypto";
import { parse, stringify } from "node:querystring";
import { callbackUrlWith } from "../callback-url";
import type { Callback, CallbackDoubt } from "../carrier";
import { hasCallbackSecret } from "../has-callback-secret";
import type { TwilioAccount } from "./_twilio-account";

/**
 * Verifies that Twilio made a callback: by the secret in its path, then by its signature, which is over the public
 * address and every field (twilio.com/docs/usage/webhooks/webhooks-security).
 */
export function verifyReport(
  callback: Callback,
  { name, authToken }: Pick<TwilioAccount, "name" | "authToken">,
): CallbackDoubt | undefined {
  if (!hasCallbackSecret(callback)) return "wrong_secret";
  const { method, secret, path, query, body } = callback;
  // As Twilio knows it: behind a proxy, the request itself has another host and scheme.
  const address = callbackUrlWith(secret, name, ...path);
  const url = query === "" ? address : `${address}?${query}`;
  const signed = { url, form: method === "POST" ? body : "" };
  const signature = callback.header("x-twilio-signature") ?? "";
  return isSignature(signature, signed, authToken) ? undefined : "wrong_signature";
}

interface Signed {
  url: string;
  form: string;
}

/** Whether a signature belongs to a form posted to a URL, in any of the forms in which Twilio may have written the URL. */
export function isSignature(signature: string, { url, form }: Signed, authToken: string): boolean {
  const given = Buffer.from(signature);
  const fields = joinFields(form);
  return formsOf(url).some((each) => {
    const hmac = createHmac("sha1", authToken).update(each + fields);
    const expected = Buffer.from(hmac.digest("base64"));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

/** Names and values, sorted; a repeated name has its different values in order. */
function joinFields(form: string): string {
  const valuesOf = new Map<string, Set<string>>();
  for (const [name, value] of new URLSearchParams(form)) {
    const values = valuesOf.get(name);
    if (values) values.add(value);
    else valuesOf.set(name, new Set([value]));
  }
  return [...valuesOf.keys()]
    .sort()
    .flatMap((name) => [...(valuesOf.get(name) ?? [])].sort().map((value) => name + value))
    .join("");
}

/** With its port and without, each as it came and with its query encoded anew: old systems of Twilio's sign that. */
function formsOf(url: string): string[] {
  const [, scheme = "", host = "", port, rest = ""] =
    /^(https?:\/\/)(\[[^\]]*\]|[^/?#:]*)(:\d+)?(.*)$/su.exec(url) ?? [];
  const defaultPort = scheme === "https://" ? ":443" : ":80";
  const forms = [scheme + host + rest, scheme + host + (port ?? defaultPort) + rest];
  return [...forms, ...forms.map(withQueryEncodedAnew)];
}

function withQueryEncodedAnew(url: string): string {
  const start = url.indexOf("?") + 1;
  return start === 0 ? url : url.slice(0, start) + stringify(parse(url.slice(start)));
}
