import { z } from "zod";
import { parseInput } from "../core/parse-input";
import { type Explanation, explainSignature } from "./explain-signature";
import { findEndpoint, type Owner, secretsOf } from "./find-endpoint";

const most = 65_536;
const Pasted = z.object({
  headers: z
    .string({ error: "Paste the request's headers, one a line." })
    .max(most, "Paste the headers only.")
    .transform(readLines),
  body: z.string({ error: "Paste the request's body." }).max(most, "The body is too long."),
  secret: z
    .string({ error: "The secret must be text." })
    .trim()
    .max(200, "The secret is too long.")
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
  const { headers, body, secret } = parseInput(Pasted, input);
  const secrets = secretsOf(await findEndpoint(owner, endpointId));
  if (secret && !secrets.includes(secret)) {
    return {
      reason: "wrong_secret",
      sentence: secrets.includes(`whsec_${secret}`)
        ? "This is the secret without its whsec_; most libraries want it whole."
        : "This is not a secret of this endpoint. Take the one shown in its settings.",
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
