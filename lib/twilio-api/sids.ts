/** How an account is called where requests are of Twilio's form: `AC` and the digits of its ID. */
export function accountSidOf(id: string): string {
  return `AC${id.replaceAll("-", "")}`;
}

/** The same for a message, `SM…`. */
export function messageSidOf(id: string): string {
  return `SM${id.replaceAll("-", "")}`;
}

/** The ID behind `SM…`; undefined when it is none. */
export function messageIdOf(sid: string): string | undefined {
  const hex = /^SM([0-9a-f]{32})$/i.exec(sid)?.[1]?.toLowerCase();
  return hex?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
