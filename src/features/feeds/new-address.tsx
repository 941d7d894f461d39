import { CalendarPlus } from "lucide-react";
import { Alert } from "@/ui/alert";
import { buttonClasses } from "@/ui/button-classes";
import { CopyButton } from "@/ui/copy-button";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";

/** An address just made: the one moment at which it can be copied. */
export function NewAddress({ url }: { url: string }) {
  return (
    <Alert tone="success" announce="polite" title="Your address is ready" className="[&>div]:basis-full sm:[&>div]:basis-48">
      <div className="mt-2 grid gap-3">
        <Field label="Address" hint="Copy it now: it is shown this once. In Google Calendar choose Other calendars, From URL.">
          {(control) => <Input {...control} readOnly value={url} onFocus={(event) => event.currentTarget.select()} className="font-mono text-sm" />}
        </Field>
        <div className="flex flex-wrap gap-2">
          <CopyButton text={url} label="Copy the address" variant="primary" />
          <a href={url.replace(/^https?:/, "webcal:")} rel="noreferrer" className={buttonClasses({ size: "sm" })}>
            <CalendarPlus aria-hidden="true" />
            Open in a calendar program
          </a>
        </div>
      </div>
    </Alert>
  );
}
