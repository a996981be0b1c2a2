import { invalidFields } from "../core/invalid-fields";
import { apiSentences } from "./sentences";

/**
 * A body with the key of the `Idempotency-Key` header, bare or as the quoted string of the IETF draft
 * (draft-ietf-httpapi-idempotency-key-header), as its `idempotency_key`. Throws invalid_request where it has another one.
 */
export function withHeaderKey(
  body: Record<string, unknown>,
  header: string | undefined,
): Record<string, unknown> {
  const key = header?.trim().replace(/^"(.*)"$/, "$1");
  if (key === undefined) return body;
  const inBody = body["idempotency_key"];
  if (inBody === undefined || inBody === null) return { ...body, idempotency_key: key };
  if (String(inBody).toLowerCase() === key.toLowerCase()) return body;
  throw invalidFields({
    idempotency_key: [apiSentences.keysDiffer],
  });
}
