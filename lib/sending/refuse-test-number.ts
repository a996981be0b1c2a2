import { AppError } from "../core/errors";
import { invalidFields } from "../core/invalid-fields";

/**
 * The numbers with which a test token rehearses a refusal (API.md, test mode). Throws what the API
 * answers to them; any other number passes.
 */
export function refuseTestNumber(to: string): void {
  switch (to) {
    case "48500000402":
      throw new AppError(
        "insufficient_credits",
        "Test number: it always returns insufficient_credits.",
        {
          required: 1,
          available: 0,
        },
      );
    case "48500000422":
      throw invalidFields({ to: ["Test number: it always returns invalid_request."] });
    case "48500000429":
      throw new AppError("rate_limited", "Test number: it always returns rate_limited.", {
        retryAfterMs: 1000,
      });
    default:
  }
}
