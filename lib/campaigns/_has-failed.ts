import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { erasedMarker } from "../messages/erase-recipient";

/** Of a row `r`, that it still names a person: what was uploaded of one who was erased is gone. */
export const isKept = sql`r.recipient is distinct from ${erasedMarker}`;

/** Of a row `r`, that its message was not delivered, and that there is somebody to send it to again. */
export const hasFailed = sql`${isKept} and exists (
  select 1 from ${messages} m where m.account_id = r.account_id and m.id = r.message_id
    and m.status in ('failed', 'expired', 'bounced'))`;
