import { z } from "zod";
import { limitedText } from "../core/limited-text";
import { parseInput } from "../core/parse-input";
import { type Explanation, explainSignature } from "./explain-signature";
import { findEndpoint, type Owner, secretsOf } from "./find-endpoint";
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

/**
 * Why a receiver refuses an event: takes what it saw (`headers` as pasted lines, `body`, and the
 * `secret` it uses if that may be the fault) against an endpoint's own secrets. Throws not_found, invalid_request.
 */
export async function explainRequest(
  owner: Owner,
  endpointId: string,
  input: unknown,
): Promise<Explanation> {
  const { headers, body, secret } = parseInput(PastedInput, input);
  const secrets = secretsOf(await findEndpoint(owner, endpointId));
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
