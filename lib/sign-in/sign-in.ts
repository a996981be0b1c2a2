import type { SignInInput } from "../accounts/contract";
import { AppError } from "../core/errors";
import type { Visitor } from "../sessions/create-session";
import { beginSignIn, type SignedIn } from "./begin-sign-in";
import { signInSentences } from "./sentences";

/** Signs in where nobody can be asked for a code. Throws unauthorized as a wrong password does, forbidden with two-step sign-in. */
export async function signIn(input: SignInInput & Visitor): Promise<SignedIn> {
  const begun = await beginSignIn(input);
  if (begun.kind === "second_step") {
    throw new AppError("forbidden", signInSentences.needsCode);
  }
  const { sessionId, userId, accountId } = begun;
  return { sessionId, userId, accountId };
}
