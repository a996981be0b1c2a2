import { z } from "zod";
import { type Actor, demandPermission } from "../core/actor";
import { limitedText } from "../core/limited-text";
import { parseInput } from "../core/parse-input";
import { type Explanation, explainSignature } from "./explain-signature";
import { findEndpoint, secretsOf } from "./find-endpoint";
import { webhookSentences } from "./sentences";

const most = 65_536;
/** What a receiver saw, as it is pasted. */
export const PastedInput = z.object({
  headers: limitedText(most, {
    error: webhookSentences.noHeaders,
    tooLong: webhookSentences.longHeaders,
  }).transform(readLines),
  body: limitedText(most, {
    error: webhookSentences.noBody,
    tooLong: webhookSentences.longBody,
  }),
  secret: limitedText(200, {
    error: webhookSentences.secretNotText,
    tooLong: webhookSentences.longSecret,
  })
    .trim()
    .nullish(),
});

interface Wanted {
  actor: Actor;
  /** The endpoint as on the wire, `whk_…`; `pasted` is a `PastedInput` that nobody has checked. */
  input: { endpointId: string; pasted: unknown };
}

/**
 * Why a receiver rejects an event: compares what it received (`headers` as pasted lines, `body`, and the `secret` it
 * uses if that may be wrong) with the endpoint's own secrets. Throws invalid_request, not_found, and forbidden without
 * the permission `manage_webhooks`.
 */
export async function explainRequest({ actor, input }: Wanted): Promise<Explanation> {
  demandPermission(actor, "manage_webhooks");
  const { headers, body, secret } = parseInput(PastedInput, input.pasted);
  const secrets = secretsOf(await findEndpoint(actor, input.endpointId));
  if (secret && !secrets.includes(secret)) {
    return {
      reason: "wrong_secret",
      sentence: secrets.includes(`whsec_${secret}`)
        ? webhookSentences.noPrefix
        : webhookSentences.otherEndpoint,
    };
  }
  return explainSignature({ secrets, headers, body, now: new Date() });
}

/** One header a line: plain, as JSON prints it, or copied from curl. */
function readLines(text: string): Record<string, string> {
  const pairs = text.split("\n").flatMap((line) => {
    const [, name, value] =
      /^[\s<>]*(?:-H )?["']?([\w-]+)["']?\s*[:=]\s*["']?([^"'\r]*)/.exec(line) ?? [];
    return name === undefined ? [] : [[name, (value ?? "").trim()]];
  });
  return Object.fromEntries(pairs);
}
