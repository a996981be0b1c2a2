import { seal, unseal } from "../core/seal";
import type { Mail } from "./mail";

const purpose = "depesza mail";

/** A mail as it waits in the database. */
export function sealMail(mail: Mail): string {
  return seal(JSON.stringify(mail), purpose);
}

/** Undefined when it was sealed with another session key: its links would be dead, too. */
export function openMail(sealed: string): Mail | undefined {
  const text = unseal(sealed, purpose);
  return text === undefined ? undefined : JSON.parse(text);
}
