import { AppError } from "../core/errors";

/** The one way to say that the balance is too low. */
export function insufficientCredits(credits: { required: number; available: number }): AppError {
  const { required, available } = credits;
  return new AppError(
    "insufficient_credits",
    `This costs ${required} ${required === 1 ? "credit" : "credits"}, but your balance is ${available}. Nothing was sent.`,
    { required, available },
  );
}
