/** What a form sent: text by field name, a list where a name came more than once. */
export type FormInput = Record<string, string | string[]>;

/** Reads a form's text fields. Files and the framework's own `$ACTION_…` fields are left out. */
export function formInput(form: FormData): FormInput {
  const input: FormInput = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$")) continue;
    const texts = form.getAll(name).filter((value) => typeof value === "string");
    const [first] = texts;
    if (first !== undefined) input[name] = texts.length > 1 ? texts : first;
  }
  return input;
}
