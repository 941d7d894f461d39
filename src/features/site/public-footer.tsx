import { SiteFooter } from "@/ui/site-footer";

export function PublicFooter() {
  return (
    <SiteFooter links={[{ href: "/", label: "Find a time" }, { href: "/my/bookings", label: "My appointments" }, { href: "/provider", label: "For providers" }]}>
      <p className="font-medium text-ink">MedBookings</p>
      <p>Real free times. No account needed to book, move or cancel.</p>
    </SiteFooter>
  );
}
