/** What a form sent: text by field name, a list where a name came more than once. */
export type FormInput = Record<string, string | string[]>;

/**
 * Reads a form's text fields. Files and the framework's own `$ACTION_…` fields are left out. Empty when it is no form:
 * a request can call an action with anything.
 */
export function formInput(form: unknown): FormInput {
  const input: FormInput = {};
  if (!(form instanceof FormData)) return input;
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$")) continue;
    const texts = form.getAll(name).filter((value) => typeof value === "string");
    const [first] = texts;
    if (first !== undefined) input[name] = texts.length > 1 ? texts : first;
  }
  return input;
}
