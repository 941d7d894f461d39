import Link from "next/link";
import { Brand } from "@/ui/brand-mark";
import { buttonClasses } from "@/ui/button-classes";
import { SiteHeader, type HeaderLink } from "@/ui/site-header";
import { ThemeToggle } from "@/ui/theme-toggle";
import type { Visitor } from "./visitor";

/** The header of every page a patient sees; it leads staff back to their own pages. */
export function PublicHeader({ visitor }: { visitor: Visitor | null }) {
  const links: HeaderLink[] = [{ href: "/", label: "Find a time" }];
  if (visitor) links.push({ href: "/my/bookings", label: "My appointments" });
  if (visitor?.isStaff) links.push({ href: "/provider", label: "Provider area" });
  return (
    <SiteHeader
      brand={<Brand name="MedBookings" />}
      links={links}
      actions={
        <div className="flex items-center gap-1">
          <span className="max-sm:hidden">
            <ThemeToggle />
          </span>
          {!visitor && (
            <Link href="/sign-in" className={buttonClasses({ size: "sm" })}>
              Sign in
            </Link>
          )}
        </div>
      }
    />
  );
}
