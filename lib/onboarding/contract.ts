import type { TokenProblem } from "../tokens/contract";

/** An API request that was turned away, as the start page shows it. */
export interface RefusalView {
  id: string;
  at: string;
  method: string;
  path: string;
  status: number;
  code: string;
  detail: string;
  problem: TokenProblem | null;
}

/** How far an account has come on its way to the first delivered message; times are ISO 8601, null is not yet. */
export interface OnboardingView {
  signup_at: string;
  first_token_at: string | null;
  /** The first API request with a working token, or the first message written in the panel. */
  first_request_at: string | null;
  first_accepted_at: string | null;
  first_delivered_at: string | null;
  first_webhook_at: string | null;
  is_dismissed: boolean;
  /** Newest first; none once the first message was delivered. */
  refusals: RefusalView[];
  /** The server's clock, which the times above were taken from. */
  now: string;
}
