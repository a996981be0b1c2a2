import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { markDecoded } from "../core/decoding";
import { isVouchedFor } from "./demand-same-origin";

/**
 * A server action behind a single button: without a form there is no state to show a rejection in, so a request that
 * no page of ours vouches for does nothing and leads to `page`.
 */
export function buttonAction(page: string, act: () => Promise<void>): () => Promise<void> {
  return async () => {
    markDecoded();
    if (!isVouchedFor(await headers())) redirect(page);
    await act();
  };
}
