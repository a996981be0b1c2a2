import Form from "next/form";
import { wordsOf } from "@/components/language/current-language";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { Shown } from "../costs-path";
import { costsWords } from "../words";

/** Which months to show. A form, so that it needs no script. */
export async function CostForm({ shown }: { shown: Shown }) {
  const words = await wordsOf(costsWords);
  const { by, months } = shown;
  const field = {
    type: "month",
    required: true,
    // Where the browser has no field for months, it is a text.
    pattern: "[0-9]{4}-(0[1-9]|1[0-2])",
    placeholder: "2026-05",
    title: words.monthHint,
    className: "w-44 max-sm:grow",
  };
  return (
    <Form
      // The fields hold what is in force, which a link may have changed.
      key={JSON.stringify(shown)}
      action="/credits/costs"
      scroll={false}
      className="flex flex-wrap items-end gap-3"
    >
      <input type="hidden" name="by" value={by} />
      <TextField {...field} label={words.from} name="from" defaultValue={months.from} />
      <TextField {...field} label={words.to} name="to" defaultValue={months.to} />
      <Button type="submit">{words.show}</Button>
    </Form>
  );
}
