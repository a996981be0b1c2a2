/** A variable of a text: its name, and what stands for it where a person has no value; null where one is required. */
export interface Variable {
  name: string;
  fallback: string | null;
}

const variable = /\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g;
const variableName = /^[\p{L}_][\p{L}\p{N}_]{0,39}$/u;

/** Whether this can name a variable: up to 40 letters, digits, and underscores, beginning with no digit. */
export function isVariableName(name: string): boolean {
  return variableName.test(name);
}

/**
 * Splits a text into its literal pieces and its variables, `{{first_name}}` or `{{first_name|there}}`. Spaces around a
 * name are ignored; those of a fallback are part of it. Undefined where braces are unbalanced or a name is none.
 */
export function parseText(body: string): (string | Variable)[] | undefined {
  const parts: (string | Variable)[] = [];
  let end = 0;
  for (const match of body.matchAll(variable)) {
    const name = (match[1] ?? "").trim();
    if (!isVariableName(name)) return undefined;
    parts.push(body.slice(end, match.index), { name, fallback: match[2] ?? null });
    end = match.index + match[0].length;
  }
  parts.push(body.slice(end));
  const isOpen = parts.some((part) => typeof part === "string" && /\{\{|\}\}/.test(part));
  return isOpen ? undefined : parts.filter((part) => part !== "");
}
