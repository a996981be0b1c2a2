/** Whether a click takes this tab to another page of ours. */
export function leadsOn(event: MouseEvent, link: HTMLAnchorElement): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return false;
  }
  if (link.target || link.hasAttribute("download") || link.origin !== location.origin) return false;
  return link.pathname !== location.pathname || link.search !== location.search;
}

/** Whether a form only asks for a page of ours; one that sends something says itself when there is no response. */
export function asksForPage(form: HTMLFormElement): boolean {
  return form.method === "get" && form.getAttribute("action")?.startsWith("/") === true;
}
