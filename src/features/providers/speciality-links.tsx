import Link from "next/link";
import { X } from "lucide-react";
import { searchHref, type SearchTerms } from "./search-address";

/** A way in for those who know the field and not the person; the chosen one can be taken away again. */
export function SpecialityLinks({ specialities, terms }: { specialities: readonly string[]; terms: SearchTerms }) {
  if (specialities.length < 2) return null;
  return (
    <nav aria-label="Specialities" className="mt-4">
      <ul className="flex gap-x-5 gap-y-1 whitespace-nowrap max-sm:-mx-4 max-sm:overflow-x-auto max-sm:px-4 max-sm:py-1 sm:flex-wrap">
        {specialities.map((speciality) => {
          const isChosen = speciality.toLowerCase() === terms.speciality.toLowerCase();
          return (
            <li key={speciality}>
              <Link
                href={searchHref(terms, { speciality: isChosen ? "" : speciality })}
                scroll={false}
                aria-current={isChosen || undefined}
                className={isChosen ? "inline-flex min-h-8 items-center gap-1 rounded-sm font-medium text-primary-ink pointer-coarse:min-h-11" : "inline-flex min-h-8 items-center rounded-sm text-muted hover:text-ink hover:underline hover:underline-offset-4 pointer-coarse:min-h-11"}
              >
                {speciality}
                {isChosen && (
                  <>
                    <X aria-hidden="true" className="size-4" />
                    <span className="sr-only">, take away</span>
                  </>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
