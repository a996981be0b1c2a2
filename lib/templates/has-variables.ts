/**
 * Whether a text has something in double braces, a variable or what was meant as one: sent as it is, people would read
 * the braces.
 */
export function hasVariables(body: string): boolean {
  return /\{\{[^{}]*\}\}/.test(body);
}
