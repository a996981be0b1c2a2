import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { CodeField } from "@/components/ui/code-field";
import { CopyButton } from "@/components/ui/copy-button";
import { twoStepWords } from "../words";
import { QrCode } from "./qr-code";
import type { TwoStepFormProps } from "./start-form";

const endOthers = "end_other_sessions";

interface EnableFormProps extends TwoStepFormProps {
  secret: string;
  squares: boolean[][];
}

/** The secret as a QR code and as text, then the first code of the app, and what becomes of other sessions. */
export function EnableForm({ action, failure, isPending, secret, squares }: EnableFormProps) {
  const words = useWords(twoStepWords);
  return (
    <ol className="grid max-w-[40rem] list-none gap-8">
      <li className="grid gap-3">
        <h2 className="font-semibold text-md">{words.scan}</h2>
        <QrCode squares={squares} label={words.qrCode} />
        <p className="text-mute">{words.orType}</p>
        <div className="flex flex-wrap items-center gap-3">
          <code className="min-w-0 break-all bg-sunk px-2 py-1 font-mono">{inFours(secret)}</code>
          <CopyButton text={secret} label={words.copySecret} />
        </div>
      </li>
      <li className="grid gap-3">
        <h2 className="font-semibold text-md">{words.enter}</h2>
        <ActionForm action={action} failure={failure} className="grid max-w-[26rem] gap-5">
          <CodeField error={failure?.fields?.["code"]} />
          <Checkbox
            name={endOthers}
            label={words.endOthers}
            hint={words.endOthersHint}
            defaultChecked={failure ? failure.values[endOthers] === "on" : true}
          />
          <div>
            <Button type="submit" variant="primary" isBusy={isPending}>
              {words.turnOn}
            </Button>
          </div>
        </ActionForm>
      </li>
    </ol>
  );
}

function inFours(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, "$1 ");
}
