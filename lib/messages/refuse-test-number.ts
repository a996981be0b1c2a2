import { AppError } from "../core/errors";
import { invalidFields } from "./validate-send";

/**
 * The numbers with which a test token rehearses a refusal (API.md, test mode). Throws what the API
 * answers to them; any other number passes.
 */
export function refuseTestNumber(to: string): void {
  switch (to) {
    case "48500000402":
      throw new AppError("insufficient_credits", "Rehearsal: this number always lacks credits.", {
        required: 1,
        available: 0,
      });
    case "48500000422":
      throw invalidFields({ to: ["Rehearsal: this number is always invalid."] });
    case "48500000429":
      throw new AppError("rate_limited", "Rehearsal: this number is always over the limit.", {
        retryAfterMs: 1000,
      });
    default:
  }
}
