import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ExactTime } from "@/components/ui/time";
import type { EndpointView } from "@/lib/webhooks/contract";
import { endpointWords } from "../words";

interface RotateDialogProps {
  endpoint: EndpointView;
  isOpen: boolean;
  rotate: (form: FormData) => void;
  isPending: boolean;
  onClose: () => void;
}

/** Asks before an endpoint gets a new secret, and says how long the old one still signs. */
export function RotateDialog({ endpoint, isOpen, rotate, isPending, onClose }: RotateDialogProps) {
  const words = useWords(endpointWords).secret;
  const { id, previous_secret_until: previousUntil } = endpoint;
  return (
    <Dialog isOpen={isOpen} title={words.asking} onClose={onClose}>
      <p>{words.effect}</p>
      {previousUntil && (
        <p className="mt-2 text-warn">
          {words.underWay} <ExactTime at={previousUntil} />
          {words.stops}
        </p>
      )}
      <form action={rotate} className="mt-5 flex flex-wrap justify-end gap-2">
        <input type="hidden" name="endpoint_id" value={id} />
        <Button onClick={onClose}>{words.leave}</Button>
        <Button type="submit" variant="primary" isBusy={isPending}>
          {words.submit}
        </Button>
      </form>
    </Dialog>
  );
}
