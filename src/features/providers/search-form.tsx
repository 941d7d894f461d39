"use client";

import { useRef, useTransition, type ChangeEvent, type SubmitEvent } from "react";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "@/ui/button";
import { cn } from "@/ui/class-names";
import { Input } from "@/ui/input";
import { Label } from "@/ui/label";
import { NativeSelect } from "@/ui/native-select";
import { MODE_CHOICES, readSearch, searchHref, type SearchTerms } from "./search-address";

type Choice = { value: string; label: string };

type SearchFormProps = { terms: SearchTerms; specialities: readonly string[]; cities: readonly Choice[]; languages: readonly Choice[] };

/** A plain GET form; with scripts, chips and lists search at once and the page is not loaded anew. */
export function SearchForm({ terms, specialities, cities, languages }: SearchFormProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [isPending, startTransition] = useTransition();

  function search() {
    if (!form.current) return;
    const asked = readSearch(Object.fromEntries([...new FormData(form.current)].map(([name, value]) => [name, String(value)])));
    startTransition(() => router.push(searchHref(asked), { scroll: false }));
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    search();
  }

  function onChange(event: ChangeEvent<HTMLFormElement>) {
    if (event.target.name !== "q") search();
  }

  return (
    <search>
      <form ref={form} action="/" onSubmit={onSubmit} onChange={onChange} aria-busy={isPending} className="rounded-xl border border-line bg-raised p-4 sm:p-5">
        <div className="grid grid-cols-2 items-end gap-3 lg:grid-cols-[1fr_11rem_11rem_auto]">
          <div className="grid gap-1.5 max-lg:col-span-2">
            <Label htmlFor="search-q">Who or what for</Label>
            <Input id="search-q" name="q" type="search" list="search-suggestions" defaultValue={terms.q} placeholder="Name, speciality or visit" maxLength={80} autoComplete="off" enterKeyHint="search" />
            <datalist id="search-suggestions">
              {specialities.map((suggestion) => (
                <option key={suggestion} value={suggestion} />
              ))}
            </datalist>
          </div>
          <input type="hidden" name="speciality" value={terms.speciality} />
          <SearchSelect name="city" label="Where" any="Anywhere" value={terms.city} choices={cities} />
          <SearchSelect name="language" label="Language" any="Any language" value={terms.language} choices={languages} />
          <Button type="submit" variant="primary" loading={isPending && "Looking…"} className="max-lg:col-span-2 lg:min-w-32">
            <Search aria-hidden="true" />
            Search
          </Button>
        </div>
        <fieldset className="mt-4 flex flex-wrap gap-1.5 sm:gap-2">
          <legend className="sr-only">How you meet</legend>
          {MODE_CHOICES.map(({ value, label }) => (
            <label
              key={value}
              className={cn(
                "relative inline-flex min-h-8 items-center rounded-full border border-line bg-raised px-3 py-1 sm:px-3.5 text-sm font-medium transition-colors hover:border-control pointer-coarse:min-h-11",
                "has-checked:border-primary has-checked:bg-primary-soft has-checked:text-primary-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-primary",
              )}
            >
              <input type="radio" name="mode" value={value} defaultChecked={terms.mode === value} className="absolute inset-0 appearance-none rounded-full outline-none" />
              {label}
            </label>
          ))}
        </fieldset>
      </form>
    </search>
  );
}

function SearchSelect({ name, label, any, value, choices }: { name: string; label: string; any: string; value: string; choices: readonly Choice[] }) {
  return (
    <div className="grid min-w-0 gap-1.5">
      <Label htmlFor={`search-${name}`}>{label}</Label>
      <NativeSelect id={`search-${name}`} name={name} defaultValue={value}>
        <option value="">{any}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </NativeSelect>
    </div>
  );
}
