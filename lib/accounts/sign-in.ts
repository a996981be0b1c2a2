import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { verifyPassword } from "./_verify-password";
import { SignInInput } from "./contract";
import { createSession, type Visitor } from "./create-session";

export interface SignedIn {
  sessionId: string;
  userId: string;
  accountId: string;
}

/** Signs a user in by password: a new session. Unknown e-mail and wrong password get one answer. */
export async function signIn(input: SignInInput & Visitor): Promise<SignedIn> {
  const { email, password } = parseInput(SignInInput, input);
  const user = await verifyPassword({ email, password, address: input.address });
  if (!user) throw new AppError("unauthorized", "E-mail or password is wrong.");
  const { userId, accountId } = user;
  const sessionId = await createSession(userId, input);
  return { sessionId, userId, accountId };
}
