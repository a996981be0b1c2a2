import { type RefObject, useEffect } from "react";

/**
 * Tells React what was typed or chosen in a form before its script ran: the controlled fields then take it over
 * instead of going on with what the server sent.
 */
export function useEarlyInput(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    for (const field of form.current?.elements ?? []) {
      if (field instanceof HTMLSelectElement) repeatChoice(field);
      if (field instanceof HTMLInputElement) repeatInput(field, HTMLInputElement.prototype);
      if (field instanceof HTMLTextAreaElement) repeatInput(field, HTMLTextAreaElement.prototype);
    }
  }, [form]);
}

function repeatChoice(field: HTMLSelectElement): void {
  const isChanged = [...field.options].some((each) => each.selected && !each.defaultSelected);
  if (isChanged) field.dispatchEvent(new Event("change", { bubbles: true }));
}

/** React remembers what a script writes to `value` and ignores an event that brings nothing new. */
function repeatInput(field: HTMLInputElement | HTMLTextAreaElement, prototype: object): void {
  const { value: typed, defaultValue } = field;
  if (typed === defaultValue) return;
  field.value = defaultValue;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, typed);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
