import type { SignInInput } from "../accounts/contract";
import type { Visitor } from "../core/actor";
import { AppError } from "../core/errors";
import { beginSignIn, type SignedIn } from "./begin-sign-in";
import { signInSentences } from "./sentences";

interface Credentials {
  visitor: Visitor;
  input: SignInInput;
}

/** Signs in where nobody can be asked for a code. Throws unauthorized as a wrong password does, forbidden with two-step sign-in. */
export async function signIn({ visitor, input }: Credentials): Promise<SignedIn> {
  const begun = await beginSignIn({ visitor, input });
  if (begun.kind === "second_step") {
    throw new AppError("forbidden", signInSentences.needsCode);
  }
  const { sessionId, userId, accountId } = begun;
  return { sessionId, userId, accountId };
}
