import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ExactTime } from "@/components/ui/time";
import type { EndpointView } from "@/lib/webhooks/contract";

interface RotateDialogProps {
  endpoint: EndpointView;
  isOpen: boolean;
  rotate: (form: FormData) => void;
  isPending: boolean;
  onClose: () => void;
}

/** Asks before an endpoint gets a new secret, and says how long the old one still signs. */
export function RotateDialog({ endpoint, isOpen, rotate, isPending, onClose }: RotateDialogProps) {
  const { id, previous_secret_until: previousUntil } = endpoint;
  return (
    <Dialog isOpen={isOpen} title="Rotate the secret?" onClose={onClose}>
      <p>
        The new secret signs at once. For 24 hours each event carries two signatures, by the new
        secret and by the one before, so that your receiver can change over in between.
      </p>
      {previousUntil && (
        <p className="mt-2 text-warn">
          A rotation is under way until <ExactTime at={previousUntil} />. The secret before it stops
          signing now.
        </p>
      )}
      <form action={rotate} className="mt-5 flex flex-wrap justify-end gap-2">
        <input type="hidden" name="endpoint_id" value={id} />
        <Button onClick={onClose}>Leave it</Button>
        <Button type="submit" variant="primary" isBusy={isPending}>
          Make new secret
        </Button>
      </form>
    </Dialog>
  );
}
