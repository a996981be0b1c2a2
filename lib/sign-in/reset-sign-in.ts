import { resetPassword } from "../accounts/reset-password";
import type { Visitor } from "../core/actor";
import { dropPasskeys } from "../passkeys/drop-passkeys";

interface Wanted {
  visitor: Visitor;
  /** A `ResetPasswordInput` that nobody has checked. */
  input: unknown;
}

/**
 * Sets the password by a mailed ticket, and removes every passkey: it is the way out for whoever is told of one that they
 * did not add. Returns the user's id. Throws not_found for a dead link, invalid_request.
 */
export function resetSignIn({ visitor, input }: Wanted): Promise<string> {
  return resetPassword({
    visitor,
    input,
    alsoEnd: async (userId, tx) => {
      const passkeys = await dropPasskeys(userId, tx);
      return passkeys > 0 ? { passkeys } : {};
    },
  });
}
