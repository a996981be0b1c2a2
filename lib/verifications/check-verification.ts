import { type Actor, demandPermission } from "../core/actor";
import { parseInput } from "../core/parse-input";
import { compareCode } from "./_compare-code";
import { findVerification } from "./_find-verification";
import { type CheckResult, CheckVerificationInput } from "./contract";

interface Wanted {
  actor: Actor;
  /** The verification as on the wire, `ver_…`; `wanted` is a `CheckVerificationInput` that nobody has checked. */
  input: { verificationId: string; wanted: unknown };
}

/**
 * Checks a code that somebody entered: `approved` once, for the first check with the right one. Throws invalid_request,
 * not_found, and forbidden without `send_messages`.
 */
export async function checkVerification({ actor, input }: Wanted): Promise<CheckResult> {
  demandPermission(actor, "send_messages");
  const { code } = parseInput(CheckVerificationInput, input.wanted);
  const verification = await findVerification(actor, input.verificationId);
  return compareCode(verification, code);
}
