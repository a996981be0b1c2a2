/** What lib/accounts and its neighbours say in forms, in Polish. */
export const accountSentences: Record<string, string> = {};
