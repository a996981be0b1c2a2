/** Who looks at messages or changes them: a person of the account, or one of its tokens. */
export interface Viewer {
  accountId: string;
  /** Of a token; a person has none. A test token sees and changes test messages alone. */
  mode?: "live" | "test";
  /** Not a `Caller`, which says whether it sends test messages and not which ones it may see. */
  test?: never;
}
