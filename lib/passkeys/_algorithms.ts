import { COSEALG } from "@simplewebauthn/server/helpers";

/** The kinds of keys that are taken: every device has one of them, and Node checks both without an experiment of its own. */
export const algorithms: number[] = [COSEALG.ES256, COSEALG.RS256];
