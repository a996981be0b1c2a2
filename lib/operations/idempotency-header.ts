import { z } from "zod";
import { exampleKey } from "./examples";

/** The header field that a call takes the idempotency key from, too. */
export const IdempotencyHeader = z.object({
  "Idempotency-Key": z
    .string()
    .optional()
    .meta({
      description:
        "A UUID v4, bare or quoted: the same as `idempotency_key` in the body. Two different values are rejected.",
      param: { example: exampleKey },
    }),
});
