import { AppError } from "../core/errors";
import { sendingSentences } from "./sentences";

/** The one way to say that the balance is too low. */
export function insufficientCredits(credits: { required: number; available: number }): AppError {
  const { required, available } = credits;
  return new AppError("insufficient_credits", sendingSentences.tooFewCredits(credits), {
    required,
    available,
  });
}
