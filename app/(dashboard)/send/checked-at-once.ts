/** Numbers that the page asks the server about in one request. */
export const maxCheckedAtOnce = 500;
