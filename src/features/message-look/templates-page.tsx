"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useState } from "react";
import type { PreviewChoices } from "@/application/message-look/preview-schemas";
import { LANGUAGES } from "@/domain/messages/language";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { NativeSelect } from "@/ui/native-select";
import { PageHeader } from "@/ui/page-header";
import { Skeleton } from "@/ui/skeleton";
import { LanguageChoice } from "./language-choice";
import { MessagePreviewView } from "./message-preview";
import { PreviewChoice } from "./preview-choice";
import { FIRST_SETTING } from "./preview-setting";
import { TemplateList } from "./template-list";

const GROUPS = [
  { group: "patient", title: "To patients" },
  { group: "answer", title: "Answers to texts" },
  { group: "provider", title: "To providers, about a visit" },
  { group: "notice", title: "To providers, about the rest" },
] as const satisfies readonly { group: PreviewChoices["templates"][number]["group"]; title: string }[];

const OWN = "";

/** Every message the installation sends, as it looks, in each language and each clinic's look. */
export function TemplatesPage() {
  const trpc = useTRPC();
  const [view, setView] = useQueryStates({ message: parseAsString.withDefault("booking-confirmed"), language: parseAsStringLiteral(LANGUAGES).withDefault("en"), clinic: parseAsString.withDefault(OWN) });
  const [setting, setSetting] = useState(FIRST_SETTING);
  const choices = useQuery(trpc.adminTemplates.choices.queryOptions());
  const { mode, theme, width } = setting;
  const preview = useQuery({
    ...trpc.adminTemplates.preview.queryOptions({ template: view.message, language: view.language, mode, theme, ...(view.clinic !== OWN && { organizationId: view.clinic }) }),
    placeholderData: keepPreviousData,
  });
  const error = choices.error ?? preview.error;
  const chosen = choices.data?.templates.find(({ template }) => template === view.message);
  return (
    <>
      <PageHeader
        title="Message templates"
        detail="Every message that leaves this installation, about an invented visit. Each clinic has its own look and words under Look and words."
        actions={
          <>
            <LanguageChoice language={view.language} onChange={(language) => void setView({ language })} />
            <label>
              <span className="sr-only">In the look of</span>
              <NativeSelect value={view.clinic} className="w-56 max-w-full" onChange={(event) => void setView({ clinic: event.target.value })}>
                <option value={OWN}>MedBookings’ own look</option>
                {choices.data?.clinics.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </NativeSelect>
            </label>
          </>
        }
      />
      {error && (
        <Alert tone="danger" announce="polite" title="This message could not be shown" className="mb-5" action={<Button size="sm" onClick={() => void Promise.all([choices.refetch(), preview.refetch()])}>Try again</Button>}>
          {refusalOf(error).message}
        </Alert>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[15rem_minmax(0,1fr)]">
        {choices.data && (
          <TemplateList
            groups={GROUPS.map(({ group, title }) => ({ title, templates: choices.data.templates.filter((one) => one.group === group) }))}
            chosen={view.message}
            onChoose={(message) => void setView({ message })}
          />
        )}
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-4">
          <div className="flex flex-wrap items-end justify-between gap-3">
            <div>
              <h2>{chosen?.title ?? "Message"}</h2>
              <p className="font-mono text-sm text-muted">{view.message}</p>
            </div>
            <PreviewChoice setting={setting} onChange={setSetting} />
          </div>
          {preview.data === undefined && !error && <Skeleton className="h-[40rem]" />}
          {preview.data && <MessagePreviewView preview={preview.data} language={view.language} width={width} isStale={preview.isPlaceholderData} />}
        </div>
      </div>
    </>
  );
}
