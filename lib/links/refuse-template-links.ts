import { invalidFields } from "../core/invalid-fields";
import { linkSentences } from "./sentences";

/**
 * Throws invalid_request for a send that asks for short links in the text of a template: a value of a variable, which may
 * be what a stranger typed, would become a link of this installation.
 */
export function refuseTemplateLinks(wire: unknown): void {
  if (typeof wire !== "object" || wire === null) return;
  const { short_links: wantsLinks, template_id: templateId = null } = wire as Record<
    string,
    unknown
  >;
  if (wantsLinks !== true || templateId === null) return;
  throw invalidFields({ short_links: [linkSentences.withTemplate] });
}
