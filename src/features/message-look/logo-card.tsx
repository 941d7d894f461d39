"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ImageUp, Trash2 } from "lucide-react";
import { useId, useRef, useState } from "react";
import type { BrandView } from "@/application/message-look/look-schemas";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Button } from "@/ui/button";
import { Card, CardBody, CardHeader } from "@/ui/card";
import { showToast } from "@/ui/toast";
import { ToneIcon } from "@/ui/tone-icon";
import { readLogo } from "./read-logo";

/** The picture in the head of each message. It is kept at once; colour and words wait for their own button. */
export function LogoCard({ brand: { organizationId, logo } }: { brand: BrandView }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const onSuccess = async (saved: BrandView) => {
    setProblem(null);
    showToast({ title: saved.logo ? "Picture saved" : "Picture removed", detail: "It counts from the next message on." });
    queryClient.setQueryData(trpc.messageLook.brand.queryKey({ organizationId }), saved);
    await queryClient.invalidateQueries({ queryKey: trpc.messageLook.preview.pathKey() });
  };
  const onError = (error: unknown) => {
    const { fields, message } = refusalOf(error);
    setProblem(fields[0] ? `The picture ${fields[0].message}.` : message);
  };
  const save = useMutation(trpc.messageLook.setLogo.mutationOptions({ onSuccess, onError }));
  const remove = useMutation(trpc.messageLook.removeLogo.mutationOptions({ onSuccess, onError }));
  async function take(file: File | undefined) {
    if (file === undefined) return;
    const read = await readLogo(file);
    if (read.problem !== null) return setProblem(read.problem);
    setProblem(null);
    save.mutate({ organizationId, base64: read.base64 });
  }
  return (
    <Card aria-labelledby={`${id}-title`}>
      <CardHeader headingId={`${id}-title`} title="Picture" detail="PNG, JPEG or WebP, at most 150 kB. It is drawn up to 200 by 44 pixels." />
      <CardBody className="grid gap-4">
        {logo ? (
          <picture className="grid w-fit place-items-center rounded-lg border border-line bg-[white] p-4">
            <img src={logo.url} alt="The clinic’s picture" width={logo.width} height={logo.height} />
          </picture>
        ) : (
          <p className="text-muted">None yet: messages begin with a mark in your colour and the clinic’s name.</p>
        )}
        <p id={`${id}-problem`} role="alert" className="flex items-start gap-1.5 text-sm text-danger-ink empty:hidden">
          {problem !== null && (
            <>
              <ToneIcon tone="danger" className="mt-0.5 size-4 shrink-0" />
              {problem} Nothing was changed.
            </>
          )}
        </p>
        <div className="flex flex-wrap gap-2">
          <input
            ref={picker}
            type="file"
            accept="image/png,image/jpeg,image/webp"
            aria-label="Picture file"
            aria-describedby={`${id}-problem`}
            className="sr-only"
            tabIndex={-1}
            onChange={(event) => {
              void take(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
          <Button loading={save.isPending && "Saving…"} onClick={() => picker.current?.click()}>
            <ImageUp aria-hidden="true" />
            {logo ? "Choose another" : "Choose a picture"}
          </Button>
          {logo && (
            <Button variant="quiet" loading={remove.isPending && "Removing…"} onClick={() => remove.mutate({ organizationId })}>
              <Trash2 aria-hidden="true" />
              Remove
            </Button>
          )}
        </div>
      </CardBody>
    </Card>
  );
}
