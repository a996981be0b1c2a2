import { AppError } from "../core/errors";
import { invalidFields } from "../core/invalid-fields";
import { sendingSentences } from "./sentences";

/**
 * The numbers with which a test token rehearses a refusal (API.md, test mode). Throws what the API
 * answers to them; any other number passes.
 */
export function refuseTestNumber(to: string): void {
  switch (to) {
    case "48500000402":
      throw new AppError(
        "insufficient_credits",
        sendingSentences.testNumber({ code: "insufficient_credits" }),
        {
          required: 1,
          available: 0,
        },
      );
    case "48500000422":
      throw invalidFields({ to: [sendingSentences.testNumber({ code: "invalid_request" })] });
    case "48500000429":
      throw new AppError("rate_limited", sendingSentences.testNumber({ code: "rate_limited" }), {
        retryAfterMs: 1000,
      });
    default:
  }
}
