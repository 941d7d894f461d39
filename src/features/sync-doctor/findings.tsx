import Link from "next/link";
import type { SyncFindingView } from "@/application/sync-doctor/sync-doctor-schemas";
import { CONNECT_ADDRESS } from "@/features/integrations/connect-address";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { buttonClasses } from "@/ui/button-classes";
import type { DoctorActions } from "./use-doctor-actions";

type FindingsProps = {
  findings: readonly SyncFindingView[];
  /** Null for those who may only look. */
  mend: DoctorActions | null;
  /** Whether the viewer is the provider, who alone can connect an account. */
  isOwn: boolean;
};

/** What is wrong, in plain words, each with the button that mends it. */
export function Findings({ findings, mend, isOwn }: FindingsProps) {
  if (findings.length === 0) {
    return (
      <Alert tone="success" title="Everything is in step">
        Your calendars are read, and every coming visit stands in them.
      </Alert>
    );
  }
  return (
    <ul className="grid gap-3">
      {findings.map((finding) => (
        <li key={`${finding.title} ${finding.sentence}`}>
          <Alert tone={finding.tone} title={finding.title} action={actionOf(finding, mend, isOwn)}>
            {finding.sentence}
          </Alert>
        </li>
      ))}
    </ul>
  );
}

function actionOf({ fix }: SyncFindingView, mend: FindingsProps["mend"], isOwn: boolean) {
  if (fix === "reconnect") return isOwn ? <a href={CONNECT_ADDRESS} className={buttonClasses({ variant: "primary", size: "sm" })}>Connect again</a> : null;
  if (fix === "choose-calendar") return isOwn ? <Link href="/provider/integrations" className={buttonClasses({ size: "sm" })}>Choose a calendar</Link> : null;
  if (fix === "answer") return <Link href="/provider/bookings" className={buttonClasses({ size: "sm" })}>See the requests</Link>;
  if (mend === null || fix === "wait") return null;
  if (fix === "mend") return <Button size="sm" loading={mend.working === "mend" && "Mending…"} onClick={mend.mend}>Mend</Button>;
  return fix === "reread" ? (
    <Button size="sm" loading={mend.working === "reread" && "Asking Google…"} onClick={mend.reread}>Read it again</Button>
  ) : (
    <Button size="sm" loading={mend.working === "replay" && "Trying…"} onClick={mend.replay}>Try again</Button>
  );
}
