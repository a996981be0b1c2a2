import type { Campaign } from "./_find-campaign";

/** Whether nobody is shown the text of a campaign: it was erased, or is not stored beyond the sending. */
export function isTextHidden({ status, bodyStorage, bodyErasedAt }: Campaign): boolean {
  return bodyErasedAt !== null || (bodyStorage !== null && status !== "draft");
}
