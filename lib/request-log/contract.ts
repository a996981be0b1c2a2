import { z } from "zod";
import { limitedText } from "../core/limited-text";

export const requestMethods = ["GET", "POST", "PATCH", "DELETE"] as const;

export const statusClasses = ["2xx", "4xx", "5xx"] as const;

/** A request as the dashboard and the export show it. */
export interface RequestView {
  request_id: string;
  at: string;
  method: string;
  /** The template of the path. */
  path: string;
  status: number;
  duration_ms: number;
  /** The code of the error; null for a request that was accepted. A tool that refuses an agent has one with status 200. */
  code: string | null;
  token_id: string;
  /** Null once the token is gone. */
  token_name: string | null;
  test: boolean | null;
  query: Record<string, unknown> | null;
  body: Record<string, unknown> | null;
  /** Requests at about this time that were not recorded. */
  missed: number;
}

const Text = limitedText(100)
  .transform((text) => text.trim())
  .optional()
  .catch(undefined);

/** The filters of the page, in its address. Invalid values are ignored. */
export const RequestFilter = z.object({
  method: z.enum(requestMethods).optional().catch(undefined),
  /** A class, or one status. */
  status: z
    .union([z.enum(statusClasses), limitedText(3).regex(/^[1-5]\d\d$/)])
    .optional()
    .catch(undefined),
  /** Part of the template of the path. */
  path: Text,
  /** `tok_…`. */
  token: Text,
  /** `req_…`, as the response named it. */
  request: Text,
  cursor: limitedText(64).optional().catch(undefined),
});

export type RequestFilter = z.output<typeof RequestFilter>;
