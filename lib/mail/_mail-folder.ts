import { join } from "node:path";
import { env } from "../core/env";

/** Where mails stay that no mail server takes. */
export function mailFolder(): string {
  return join(env().DATA_DIR, "mail");
}
