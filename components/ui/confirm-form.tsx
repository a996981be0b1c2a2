import { Button } from "./button";

interface ConfirmFormProps {
  action: (form: FormData) => void;
  /** What it is about, as a hidden field. */
  subject: { name: string; value: string };
  /** The words of its buttons. */
  words: { keep: string; submit: string };
  isPending: boolean;
  isDisabled?: boolean;
  /** Why the last try did not work. */
  refusal: string | undefined;
  onKeep: () => void;
}

/** The end of a dialog that asks before something is ended for good: why it did not work, and the two ways out. */
export function ConfirmForm(props: ConfirmFormProps) {
  const { action, subject, words, isPending, isDisabled = false, refusal, onKeep } = props;
  return (
    <>
      {refusal && (
        <p role="alert" className="mt-2 text-bad">
          {refusal}
        </p>
      )}
      <form action={action} className="mt-5 flex flex-wrap justify-end gap-2">
        <input type="hidden" name={subject.name} value={subject.value} />
        <Button onClick={onKeep}>{words.keep}</Button>
        <Button type="submit" variant="danger" isBusy={isPending} disabled={isDisabled}>
          {words.submit}
        </Button>
      </form>
    </>
  );
}
