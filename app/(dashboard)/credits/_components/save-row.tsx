import { Button } from "@/components/ui/button";

interface SaveRowProps {
  words: { save: string; saved: string };
  isPending: boolean;
  isSaved: boolean;
}

/** The end of a form of settings: its button, and beside it whether they are saved. */
export function SaveRow({ words, isPending, isSaved }: SaveRowProps) {
  return (
    <div className="flex items-center gap-3">
      <Button type="submit" isBusy={isPending}>
        {words.save}
      </Button>
      <span role="status" className="text-mute">
        {isSaved && words.saved}
      </span>
    </div>
  );
}
