import type { SearchProvidersInput } from "@/application/providers/provider-schemas";

/** What a search can be narrowed by, as the address carries it: `?q=&speciality=&city=&language=&mode=`. */
export interface SearchTerms {
  readonly q: string;
  readonly speciality: string;
  readonly city: string;
  readonly language: string;
  readonly mode: string;
}

export type SearchParams = Record<string, string | string[] | undefined>;

const NAMES = ["q", "speciality", "city", "language", "mode"] as const;
const MODES: Readonly<Record<string, SearchProvidersInput["mode"]>> = { "in-person": "IN_PERSON", video: "ONLINE", phone: "PHONE" };

export const MODE_CHOICES = [
  { value: "", label: "Any way" },
  { value: "in-person", label: "In person" },
  { value: "video", label: "Video" },
  { value: "phone", label: "Phone" },
] as const;

const first = (value: string | string[] | undefined) => ((Array.isArray(value) ? value[0] : value) ?? "").trim().slice(0, 80);

/** Reads an address; anything unknown in it is as if it were not there. */
export function readSearch(params: SearchParams): SearchTerms {
  const mode = first(params.mode);
  return { q: first(params.q), speciality: first(params.speciality), city: first(params.city), language: first(params.language).slice(0, 35), mode: Object.hasOwn(MODES, mode) ? mode : "" };
}

export function searchInput(terms: SearchTerms): Partial<SearchProvidersInput> {
  return {
    query: terms.q || undefined,
    speciality: terms.speciality.slice(0, 60) || undefined,
    city: terms.city || undefined,
    language: terms.language || undefined,
    mode: MODES[terms.mode],
  };
}

export const isNarrowed = (terms: SearchTerms): boolean => NAMES.some((name) => terms[name] !== "");

/** The address of a search with some terms changed; empty ones are left out. */
export function searchHref(terms: SearchTerms, changes: Partial<SearchTerms> & { after?: string } = {}): string {
  const { after, ...narrowing } = changes;
  const query = new URLSearchParams();
  for (const name of NAMES) {
    const value = narrowing[name] ?? terms[name];
    if (value !== "") query.set(name, value);
  }
  if (after) query.set("after", after);
  return query.size === 0 ? "/" : `/?${query}`;
}
