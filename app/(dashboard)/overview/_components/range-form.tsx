import Form from "next/form";
import { wordsOf } from "@/components/language/current-language";
import { Button } from "@/components/ui/button";
import { Folded } from "@/components/ui/folded";
import { TextField } from "@/components/ui/text-field";
import type { Shown } from "../overview-path";
import { overviewWords } from "../words";

/** Days of one's own choice, folded away while another range is shown. A form, so that it needs no script. */
export async function RangeForm({ shown }: { shown: Shown }) {
  const words = await wordsOf(overviewWords);
  const days = typeof shown.range === "string" ? undefined : shown.range;
  return (
    <Folded summary={words.ownRange} isOpen={days !== undefined} className="mb-3">
      <Form
        // The fields hold what is in force, which a link may have changed.
        key={JSON.stringify(shown)}
        action="/overview"
        scroll={false}
        className="mt-2 flex flex-wrap items-end gap-3"
      >
        {shown.test && <input type="hidden" name="test" value="true" />}
        {shown.isTable && <input type="hidden" name="view" value="table" />}
        <TextField label={words.from} name="from" type="date" defaultValue={days?.from} required />
        <TextField label={words.to} name="to" type="date" defaultValue={days?.to} required />
        <Button type="submit">{words.show}</Button>
      </Form>
    </Folded>
  );
}
