import { MailX } from "lucide-react";
import Link from "next/link";
import type { RefusedMail } from "@/application/mail-refusals/mail-refusal-schemas";

const WHY = { bounced: "Mail to this address came back.", spam: "Our mail was reported as spam.", invalid: "This is not a valid address." } as const;

/** That nothing is sent to the patient's address, with the way to where it is seen to. */
export function RefusedMailLine({ refusal: { reason, isDone } }: { refusal: RefusedMail }) {
  return (
    <p className="flex gap-1.5 py-0.5 text-sm">
      <MailX aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-danger-ink" />
      <span>
        {WHY[reason]} No e-mail is sent.{" "}
        <Link href={isDone ? "/provider/messages/to-do?show=all" : "/provider/messages/to-do"} className="text-link">
          See to it
        </Link>
      </span>
    </p>
  );
}
