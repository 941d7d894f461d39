import type { ReactNode } from "react";
import type { MessagePreview } from "@/application/message-look/preview-schemas";
import { SmsSizeLine } from "@/features/messages/sms-size-line";
import { Card } from "@/ui/card";
import { cn } from "@/ui/class-names";
import { EmailFrame } from "./email-frame";
import type { PreviewSetting } from "./preview-setting";

type MessagePreviewViewProps = { preview: MessagePreview; language: string; width: PreviewSetting["width"]; isStale: boolean };

/** One message on every channel it goes by. */
export function MessagePreviewView({ preview, language, width, isStale }: MessagePreviewViewProps) {
  const { email, sms, whatsapp, ics } = preview;
  return (
    <div aria-busy={isStale} className="grid grid-cols-[minmax(0,1fr)] gap-5">
      {email && (
        <Part title="E-mail">
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 px-4 pb-3 text-sm">
            <dt className="text-muted">From</dt>
            <dd>{email.fromName}</dd>
            <dt className="text-muted">Subject</dt>
            <dd lang={language} className="font-medium">{email.subject}</dd>
            <dt className="text-muted">In the inbox</dt>
            <dd lang={language}>{email.preheader}</dd>
          </dl>
          <div className="border-t border-line bg-sunken">
            <div className={cn("mx-auto", width === "narrow" && "max-w-[390px] border-x border-line")}>
              <EmailFrame html={email.html} title={`E-mail: ${email.subject}`} />
            </div>
          </div>
        </Part>
      )}
      {sms !== null && (
        <Part title="SMS">
          <Bubble language={language}>{sms}</Bubble>
          <p className="px-4 pb-4 text-sm text-muted">
            <SmsSizeLine text={sms} />
          </p>
        </Part>
      )}
      {whatsapp !== null && (
        <Part title="WhatsApp">
          <Bubble language={language}>{whatsapp.body}</Bubble>
          {Object.keys(whatsapp.variables).length > 0 && (
            <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 px-4 pb-4 text-sm">
              {Object.entries(whatsapp.variables).map(([name, value]) => (
                <div key={name} className="contents">
                  <dt className="text-muted tabular-nums">{`{{${name}}}`}</dt>
                  <dd className="wrap-anywhere">{value}</dd>
                </div>
              ))}
            </dl>
          )}
        </Part>
      )}
      {email && (
        <Part title="Text part of the e-mail">
          <p lang={language} className="px-4 pb-4 text-sm wrap-anywhere whitespace-pre-wrap">
            {email.text}
          </p>
        </Part>
      )}
      {ics !== null && (
        <Part title="Calendar entry that goes along">
          <p className="px-4 pb-4 font-mono text-xs wrap-anywhere whitespace-pre-wrap">{ics}</p>
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card aria-label={title} className="overflow-hidden">
      <h3 className="px-4 pt-3 pb-2">{title}</h3>
      {children}
    </Card>
  );
}

function Bubble({ language, children }: { language: string; children: string }) {
  return (
    <p lang={language} className="mx-4 mb-3 w-fit max-w-[min(26rem,calc(100%-2rem))] rounded-xl rounded-bl-sm bg-primary-soft px-3.5 py-2.5 wrap-anywhere whitespace-pre-wrap text-ink">
      {children}
    </p>
  );
}
