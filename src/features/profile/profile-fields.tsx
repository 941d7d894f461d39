"use client";

import { RefreshCw } from "lucide-react";
import type { ProfileFields as Profile } from "@/application/providers/own-provider-schemas";
import { Button } from "@/ui/button";
import { ChipToggle } from "@/ui/chip-toggle";
import { Field } from "@/ui/field";
import { GeneratedPortrait } from "@/ui/generated-portrait";
import { Input } from "@/ui/input";
import { Textarea } from "@/ui/textarea";
import { LANGUAGES } from "./languages";
import { ZoneField } from "./zone-field";

export type ProfileProblems = Readonly<Partial<Record<keyof Profile, string>>>;

type ProfileFieldsProps = { profile: Profile; problems: ProfileProblems; zones: readonly string[]; disabled?: boolean; onChange: (profile: Profile) => void };

/** The id of each field, for the error summary. */
export const profileFieldId = (field: keyof Profile): string => `profile-${field}`;

/** What patients see of a provider. Shared by the set-up and the profile page. */
export function ProfileFields({ profile, problems, zones, disabled, onChange }: ProfileFieldsProps) {
  const set = <Key extends keyof Profile>(key: Key, value: Profile[Key]) => onChange({ ...profile, [key]: value });
  const field = (key: keyof Profile) => ({ id: profileFieldId(key), error: problems[key] });
  return (
    <div className="grid gap-5">
      <div className="flex items-center gap-4">
        <GeneratedPortrait seed={profile.portraitSeed} label="Your portrait" className="size-20 shrink-0 rounded-full" />
        <div>
          <Button size="sm" disabled={disabled} onClick={() => set("portraitSeed", crypto.randomUUID().slice(0, 8))}>
            <RefreshCw aria-hidden="true" />
            Another portrait
          </Button>
          <p className="mt-1 text-sm text-muted">A drawn portrait stands for you; no photograph is needed.</p>
        </div>
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label="Name" hint="As patients know you." {...field("name")}>
          {(control) => <Input {...control} disabled={disabled} maxLength={120} autoComplete="name" value={profile.name} onChange={(event) => set("name", event.target.value)} />}
        </Field>
        <Field label="Profession" hint="Such as Dermatologist." {...field("title")}>
          {(control) => <Input {...control} disabled={disabled} maxLength={80} value={profile.title} onChange={(event) => set("title", event.target.value)} />}
        </Field>
      </div>
      <Field label="Specialities" hint="Separate them with commas: Acne, Skin checks." optional {...field("specialities")}>
        {(control) => <Input {...control} disabled={disabled} defaultValue={profile.specialities.join(", ")} onChange={(event) => set("specialities", splitWords(event.target.value))} />}
      </Field>
      <fieldset id={profileFieldId("languages")} tabIndex={-1}>
        <legend className="font-medium">Languages you speak with patients</legend>
        <div className="mt-1.5 flex flex-wrap gap-1.5">
          {languageChoices(profile.languages).map(([tag, name]) => (
            <ChipToggle key={tag} disabled={disabled} pressed={profile.languages.includes(tag)} onClick={() => set("languages", profile.languages.includes(tag) ? profile.languages.filter((one) => one !== tag) : [...profile.languages, tag])}>
              {name}
            </ChipToggle>
          ))}
        </div>
        {problems.languages && <p className="mt-1.5 text-sm text-danger-ink">{problems.languages}</p>}
      </fieldset>
      <ZoneField id={profileFieldId("timeZone")} value={profile.timeZone} zones={zones} disabled={disabled} error={problems.timeZone} onChange={(zone) => set("timeZone", zone)} />
      <Field label="About you" hint="A few sentences: how you work, what patients can expect." optional {...field("bio")}>
        {(control) => <Textarea {...control} disabled={disabled} rows={4} maxLength={2000} value={profile.bio} onChange={(event) => set("bio", event.target.value)} />}
      </Field>
    </div>
  );
}

const splitWords = (text: string): string[] => [...new Set(text.split(",").map((word) => word.trim()).filter((word) => word !== ""))];

const languageChoices = (chosen: readonly string[]): (readonly [string, string])[] => [...LANGUAGES, ...chosen.filter((tag) => !LANGUAGES.some(([known]) => known === tag)).map((tag) => [tag, tag] as const)];
