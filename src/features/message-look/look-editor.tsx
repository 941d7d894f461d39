"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { parseAsStringLiteral, useQueryStates } from "nuqs";
import { useState } from "react";
import type { BrandFields, BrandView, WordingFields } from "@/application/message-look/look-schemas";
import { LANGUAGES } from "@/domain/messages/language";
import { WORDED_BY_CLINIC } from "@/domain/messages/wording";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { useSettled } from "@/features/availability-editor/use-settled";
import { Alert } from "@/ui/alert";
import { Skeleton } from "@/ui/skeleton";
import { BrandCard } from "./brand-card";
import { LogoCard } from "./logo-card";
import { MessagePreviewView } from "./message-preview";
import { PreviewChoice } from "./preview-choice";
import { FIRST_SETTING } from "./preview-setting";
import { WordingCard } from "./wording-card";

const SETTLE_MS = 300;

interface Unsaved {
  readonly look: BrandFields;
  /** By message and language, so that looking at another one loses nothing. */
  readonly words: Readonly<Record<string, WordingFields | undefined>>;
}

/** A clinic's look and words on the left, and what a patient would get with them, saved or not, on the right. */
export function LookEditor({ brand }: { brand: BrandView }) {
  const { organizationId } = brand;
  const trpc = useTRPC();
  const [{ message, language }, setView] = useQueryStates({ message: parseAsStringLiteral(WORDED_BY_CLINIC).withDefault("booking-confirmed"), language: parseAsStringLiteral(LANGUAGES).withDefault("en") });
  const [setting, setSetting] = useState(FIRST_SETTING);
  const [unsaved, setUnsaved] = useState<Unsaved>({ look: brand.fields, words: {} });
  const settled = useSettled(unsaved, SETTLE_MS);
  const place = `${message} ${language}`;
  const { colour, footerLines } = settled.look;
  const { mode, theme, width } = setting;
  const preview = useQuery({
    ...trpc.messageLook.preview.queryOptions({ organizationId, template: message, language, mode, theme, brand: { colour, footerLines }, draft: settled.words[place] }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <LogoCard brand={brand} />
        <BrandCard brand={brand} fields={unsaved.look} onChange={(look) => setUnsaved({ ...unsaved, look })} />
        <WordingCard
          key={place}
          organizationId={organizationId}
          message={message}
          language={language}
          draft={unsaved.words[place]}
          onDraft={(words) => setUnsaved((before) => ({ ...before, words: { ...before.words, [place]: words } }))}
          onChoose={(chosen) => void setView(chosen)}
        />
      </div>
      <section aria-label="What a patient gets" tabIndex={0} className="grid grid-cols-[minmax(0,1fr)] gap-4 rounded-xl lg:sticky lg:top-[calc(var(--sticky-top)+1.5rem)] lg:max-h-[calc(100dvh-6.5rem)] lg:overflow-y-auto">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 className="text-lg">What a patient gets</h2>
          <PreviewChoice setting={setting} onChange={setSetting} />
        </div>
        {preview.error && (
          <Alert tone="danger" announce="polite" title="The example could not be shown">
            {refusalOf(preview.error).message}
          </Alert>
        )}
        {preview.data === undefined && !preview.error && <Skeleton className="h-[40rem]" />}
        {preview.data && <MessagePreviewView preview={preview.data} language={language} width={width} isStale={preview.isPlaceholderData} />}
      </section>
    </div>
  );
}
