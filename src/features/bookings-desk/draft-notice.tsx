import Link from "next/link";
import { Alert } from "@/ui/alert";
import { buttonClasses } from "@/ui/button-classes";

/** Until the set-up is finished, every page leads back to it. */
export function DraftNotice() {
  return (
    <Alert
      tone="pending"
      title="Your page is not public yet"
      className="mb-6"
      action={
        <Link href="/provider/setup" className={buttonClasses({ size: "sm" })}>
          Go on with the set-up
        </Link>
      }
    >
      Patients cannot find or book you until the last step is done.
    </Alert>
  );
}
