import { UserRoundPlus } from "lucide-react";
import Link from "next/link";
import { buttonClasses } from "@/ui/button-classes";
import { EmptyState } from "@/ui/empty-state";

/** For staff of a clinic in which nobody gives care yet. */
export function NoProviderYet() {
  return (
    <EmptyState
      icon={<UserRoundPlus />}
      title="No provider here yet"
      action={
        <Link href="/provider/setup" className={buttonClasses({ variant: "primary" })}>
          Set up your own page
        </Link>
      }
    >
      Schedules, services and bookings belong to a provider. Once one joins your clinic, everything appears here.
    </EmptyState>
  );
}
