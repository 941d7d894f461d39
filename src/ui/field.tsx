import { useId, type ReactNode } from "react";
import { CircleAlert } from "lucide-react";
import { cn } from "./class-names";
import { Label } from "./label";

/** What a control needs to be tied to its label, hint and error; spread it on the control. */
export type FieldControl = {
  id: string;
  required: boolean;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
  /** Give one when an error summary links here; otherwise one is made. */
  id?: string;
  className?: string;
  children: (control: FieldControl) => ReactNode;
};

/** Label, hint, control and error as one unit: `<Field label="E-mail">{(control) => <Input {...control} />}</Field>`. */
export function Field({ label, hint, error, optional = false, id, className, children }: FieldProps) {
  const ownId = useId();
  const controlId = id ?? ownId;
  const hintId = hint ? `${controlId}-hint` : undefined;
  const errorId = error ? `${controlId}-error` : undefined;
  const describedBy = [hintId, errorId].filter(Boolean).join(" ") || undefined;
  return (
    <div className={cn("grid gap-1.5", className)}>
      <div>
        <Label htmlFor={controlId} optional={optional}>
          {label}
        </Label>
        {hint && (
          <p id={hintId} className="text-sm text-muted">
            {hint}
          </p>
        )}
      </div>
      {children({ id: controlId, required: !optional, "aria-describedby": describedBy, "aria-invalid": error ? true : undefined })}
      {error && (
        <p id={errorId} className="flex items-start gap-1.5 text-sm text-danger-ink">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4" />
          {error}
        </p>
      )}
    </div>
  );
}
