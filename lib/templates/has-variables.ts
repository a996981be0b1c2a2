/**
 * Whether a text has something in double braces, a variable or what was meant as one, but no link: sent as it is, people
 * would read the braces.
 */
export function hasVariables(body: string): boolean {
  return /\{\{(?!link:)[^{}]*\}\}/.test(body);
}
