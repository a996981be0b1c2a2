import type { ErrorCode } from "../core/errors";
import type { RateState } from "../sending/limit-requests";
import type { AuthenticatedToken } from "../tokens/authenticate-token";
import type { Attempt } from "./attempt";

/** What a door tells the app beside the request, and what the app's parts tell each other. */
export interface ApiEnv {
  Bindings: {
    /** The client's address as the door knows it; null when it cannot know. */
    clientAddress: string | null;
    /** The host and scheme that a trusted proxy names. */
    forwardedHost?: string | undefined;
    forwardedProto?: string | undefined;
    /** Whether a program in between has left its marks on it. */
    isRelayed?: (() => boolean) | undefined;
    /** What the door did of it before it came here. */
    attempt?: Attempt | undefined;
  };
  Variables: {
    requestId: string;
    rate: RateState | undefined;
    /** What is left of the messages, where a request sent many. */
    messageRate: RateState | undefined;
    token: AuthenticatedToken;
    /** What the body said, once it was read as JSON. */
    body: unknown;
    /** Why the request was refused. */
    errorCode: ErrorCode | undefined;
  };
}
