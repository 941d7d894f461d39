import { SiteFooter } from "@/ui/site-footer";
import { ThemeToggle } from "@/ui/theme-toggle";

export function PublicFooter() {
  return (
    <SiteFooter
      links={[
        { href: "/", label: "Find a time" },
        { href: "/my/bookings", label: "My appointments" },
        { href: "/provider", label: "For providers" },
      ]}
      actions={
        // Narrow headers have no room for it.
        <span className="sm:hidden">
          <ThemeToggle />
        </span>
      }
    >
      <p className="font-medium text-ink">MedBookings</p>
      <p>Real free times. No account needed to book, move or cancel.</p>
    </SiteFooter>
  );
}
