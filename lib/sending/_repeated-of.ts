import { pickEchoed } from "../core/echoed-contract";
import type { Admission, AdmittedMessage } from "./_admission";

/**
 * A stored message for the response to the same request again. What is echoed comes from that request, which has it as it
 * was, because the time of what is stored may be over.
 */
export function repeatedOf(
  stored: AdmittedMessage,
  { input }: Pick<Admission, "input">,
): AdmittedMessage {
  return { ...stored, ...pickEchoed(input) };
}
