import { hashPassword, refuseGuessable } from "./_password";

interface Chosen {
  password: string;
  /** Of whoever will have it. */
  email: string;
}

/** The hash to store of a password that somebody with a mailed link chose. Throws invalid_request beside `password`. */
export async function hashNewPassword({ password, email }: Chosen): Promise<string> {
  refuseGuessable(password, email, "password");
  return hashPassword(password, "known");
}
