"use client";

import { useState } from "react";
import { useCommand } from "@/features/api/use-command";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";

export type MailLine = {
  address: string;
  isStopped: boolean;
  /** What stands in that mail's own link. */
  proof: string;
};

/** For whoever comes from a mail: no more reminders to its address, whichever visit they are about. */
export function EndAllReminders({ mail, providerName, manageToken }: { mail: MailLine; providerName: string; manageToken: string }) {
  const [isStopped, setIsStopped] = useState(mail.isStopped);
  const end = useCommand("bookings.endRemindersByLink", { onDone: ({ of }) => setIsStopped(of === "address") });
  if (isStopped)
    return (
      <Alert tone="success" announce="polite" title="Reminders to this address are ended" className="mt-4">
        {providerName} sends no more of them to <Address of={mail.address} />. Confirmations and changes still reach you.
      </Alert>
    );
  return (
    <div className="mt-4 rounded-lg border border-line bg-raised p-4">
      <p>
        Reminders from {providerName} to <Address of={mail.address} />, about this visit and every other. Confirmations and changes still reach you.
      </p>
      <Button className="mt-3 max-sm:w-full" disabled={end.isWorking} onClick={() => end.run({ manageToken, mail: mail.proof })}>
        End all reminders to this address
      </Button>
      {end.refusal && (
        <Alert tone="danger" announce="assertive" title="Nothing was ended" className="mt-4">
          {end.refusal.message}
        </Alert>
      )}
    </div>
  );
}

const Address = ({ of }: { of: string }) => <span className="font-medium wrap-anywhere">{of}</span>;
