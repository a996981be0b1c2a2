import { signIn } from "../sign-in/sign-in";
import { mintAccount } from "./mint-account";

/** A visitor nobody knows anything about. */
export const nobody = { address: null, userAgent: null };

/** An account of a test's own whose user is signed in; `asker` is how verbs want to hear of them. */
export async function mintSignedIn() {
  const account = await mintAccount();
  const again = () => signIn({ ...account, ...nobody });
  const { sessionId } = await again();
  const { userId, accountId, email } = account;
  const session = { sessionId, userId, accountId, email };
  return { ...account, session, asker: { session }, again };
}
