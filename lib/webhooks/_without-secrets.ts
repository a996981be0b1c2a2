/** What of an endpoint's row goes when it is deleted; the rest stays for the log. */
export const withoutSecrets = { secret: "", previousSecret: null, previousUntil: null };
