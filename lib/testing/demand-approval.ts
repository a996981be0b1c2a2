import { env } from "../core/env";
import type { Ask } from "./play";

/** Until the answer is there, this process accepts approved names only. */
export function demandApproval(): Ask {
  env().SENDER_NAMES = "approved";
  return {
    after: async () => {
      env().SENDER_NAMES = "open";
    },
  };
}
