"use client";

import { useState } from "react";
import { refusalOf } from "@/features/api/refusal";
import { useAnswers } from "@/features/api/use-answers";
import { useCommand } from "@/features/api/use-command";
import { Dialog } from "@/ui/dialog";
import { FeedPanel } from "./feed-panel";

const REFRESH_MS = 60_000;

/** A calendar address for the one appointment behind a manage link. */
export function VisitFeed({ manageToken, onClose }: { manageToken: string; onClose: () => void }) {
  const [newUrl, setNewUrl] = useState<string | null>(null);
  const { answers, askAgain } = useAnswers("feeds.byLink", [{ manageToken }], { isEnabled: true, refreshMs: REFRESH_MS });
  const [answer] = answers;
  const renew = useCommand("feeds.renewByLink", {
    onDone({ url }) {
      setNewUrl(url);
      askAgain();
    },
  });
  const revoke = useCommand("feeds.revokeByLink", {
    onDone() {
      setNewUrl(null);
      askAgain();
    },
  });
  return (
    <Dialog open onOpenChange={onClose} title="Let your calendar follow it" detail="Your calendar program reads a secret address now and then. When the appointment moves or is cancelled, your calendar shows it by itself.">
      <FeedPanel
        feed={answer?.data}
        newUrl={newUrl}
        whatItShows="Whoever has the address can read when and where this appointment is, and change nothing."
        isWorking={renew.isWorking || revoke.isWorking}
        refusal={renew.refusal ?? revoke.refusal ?? (answer?.error && answer.data === undefined ? refusalOf(answer.error) : null)}
        onMake={() => void renew.run({ manageToken })}
        onRevoke={() => void revoke.run({ manageToken })}
      />
    </Dialog>
  );
}
