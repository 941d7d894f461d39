import { Compass } from "lucide-react";
import Link from "next/link";
import { buttonClasses } from "@/ui/button-classes";
import { PageNotice } from "./page-notice";

/** Says that an address leads nowhere: no such page, or nobody who takes bookings there. */
export function NothingHere() {
  return (
    <PageNotice
      icon={<Compass />}
      title="There is no page at this address"
      actions={
        <Link href="/" className={buttonClasses({ variant: "primary" })}>
          Find a time
        </Link>
      }
    >
      It may be mistyped, or the provider has paused online booking. An appointment you already have is not affected: open it from the message you received.
    </PageNotice>
  );
}
