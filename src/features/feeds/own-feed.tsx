"use client";

import { useState } from "react";
import { useAnswers } from "@/features/api/use-answers";
import { refusalOf } from "@/features/api/refusal";
import { useCommand } from "@/features/api/use-command";
import { Switch } from "@/ui/switch";
import { FeedPanel } from "./feed-panel";

const WORDS = {
  provider: { shows: "Whoever has the address can read when your appointments are, never what for.", label: "Show patients’ initials", hint: "Off: every title reads “Appointment”." },
  patient: { shows: "Whoever has the address can read when and where your appointments are.", label: "Show whom you see", hint: "Off: every title reads “Appointment”." },
} as const;
const REFRESH_MS = 60_000;

/** The signed-in person's calendar address, as a provider or as a patient. */
export function OwnFeed({ of }: { of: "provider" | "patient" }) {
  const isPatient = of === "patient";
  const [newUrl, setNewUrl] = useState<string | null>(null);
  const { answers, askAgain } = useAnswers("feeds.own", [{ of }], { isEnabled: true, refreshMs: REFRESH_MS });
  const [answer] = answers;
  const renew = useCommand("feeds.renewOwn", {
    onDone({ url }) {
      setNewUrl(url);
      askAgain();
    },
  });
  const revoke = useCommand("feeds.revokeOwn", {
    onDone() {
      setNewUrl(null);
      askAgain();
    },
  });
  const setTitles = useCommand("feeds.setTitles", { onDone: askAgain, onRefused: askAgain });
  const feed = answer?.data;
  const showsNames = setTitles.isWorking && setTitles.input ? setTitles.input.showsNames : (feed?.showsNames ?? isPatient);
  return (
    <FeedPanel
      feed={feed}
      newUrl={newUrl}
      whatItShows={WORDS[of].shows}
      isWorking={renew.isWorking || revoke.isWorking}
      refusal={renew.refusal ?? revoke.refusal ?? setTitles.refusal ?? (answer?.error && feed === undefined ? refusalOf(answer.error) : null)}
      onMake={() => void renew.run({ of, showsNames })}
      onRevoke={() => void revoke.run({ of })}
    >
      <Switch label={WORDS[of].label} hint={WORDS[of].hint} checked={showsNames} onChange={(event) => void setTitles.run({ of, showsNames: event.target.checked })} />
    </FeedPanel>
  );
}
