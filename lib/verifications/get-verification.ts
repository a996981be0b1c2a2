import { type Actor, demandPermission } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { findVerification } from "./_find-verification";
import { toVerificationView } from "./_verification-view";
import type { VerificationView } from "./contract";

interface Wanted {
  actor: Actor;
  /** As on the wire, `ver_…`. */
  input: { verificationId: string };
}

/** One verification, without its code. Throws not_found, and forbidden without `read_messages`. */
export async function getVerification({ actor, input }: Wanted): Promise<VerificationView> {
  demandPermission(actor, "read_messages");
  const row = await findVerification(actor, input.verificationId);
  return toVerificationView(row, await databaseNow());
}
