import { personOf } from "../sessions/person-of";
import type { Session } from "../sessions/read-session";
import { signIn } from "../sign-in/sign-in";
import { mintAccount } from "./mint-account";

/** A visitor nobody knows anything about. */
export const nobody = { address: null, userAgent: null, language: "en" } as const;

/** An account of a test's own whose user is signed in, in a browser that nobody knows anything about. */
export async function mintSignedIn(wanted?: Parameters<typeof mintAccount>[0]) {
  const account = await mintAccount(wanted);
  const again = () => signIn({ visitor: nobody, input: account });
  const { sessionId } = await again();
  const { userId, accountId, email } = account;
  const session: Session = { sessionId, userId, accountId, email, role: "owner", isAdmin: false };
  return { ...account, session, actor: personOf(session, nobody), again };
}
