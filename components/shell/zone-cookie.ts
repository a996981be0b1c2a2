/** Where a browser says which zone its clock is in, so that the server can cut days by it. */
export const zoneCookie = "zone";
