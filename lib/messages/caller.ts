/** On whose behalf a message is sent: proven by a token (`api`) or a session (`panel`). */
export interface Caller {
  accountId: string;
  tokenId: string | null;
  /** Test tokens touch neither carrier nor credits. */
  test: boolean;
  source: "api" | "panel";
}
