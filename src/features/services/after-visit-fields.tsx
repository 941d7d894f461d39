import type { UseFormRegister } from "react-hook-form";
import type { ServiceDraft, ServiceFields } from "@/application/services/service-schemas";
import { Checkbox } from "@/ui/checkbox";
import { Field } from "@/ui/field";
import { NativeSelect } from "@/ui/native-select";
import { COME_BACK_WEEKS, FOLLOW_UP_HOURS, leadInWords } from "./service-choices";

type Lag = "followUpAfterHours" | "comeBackAfterWeeks";

type AfterVisitFieldsProps = {
  idOf: (field: Lag) => string;
  labels: Readonly<Record<keyof ServiceFields, string>>;
  errorOf: (field: Lag) => string | undefined;
  register: UseFormRegister<ServiceDraft>;
  initial: ServiceFields;
};

const orNull = { setValueAs: (value: unknown) => (value === "" || value === null ? null : Number(value)) };

/** Whether reminders ask for an answer, and what patients hear once the visit is over. */
export function AfterVisitFields({ idOf, labels, errorOf, register, initial }: AfterVisitFieldsProps) {
  const choices = (field: Lag, values: readonly number[], inMinutes: number, hint: string) => (
    <Field id={idOf(field)} label={labels[field]} hint={hint} error={errorOf(field)}>
      {(props) => (
        <NativeSelect {...props} defaultValue={initial[field] ?? ""} {...register(field, orNull)}>
          <option value="">Off</option>
          {[...new Set([...values, ...(initial[field] === null ? [] : [initial[field]])])].sort((a, b) => a - b).map((value) => (
            <option key={value} value={value}>{inMinutes === WEEK ? weeksInWords(value) : leadInWords(value * inMinutes)} after</option>
          ))}
        </NativeSelect>
      )}
    </Field>
  );
  return (
    <>
      <Checkbox label={labels.asksAttendance} hint="Reminders carry a button and ask for YES. You see the answer on the booking." {...register("asksAttendance")} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {choices("followUpAfterHours", FOLLOW_UP_HOURS, 60, "A short word and a link to book again, for visits already booked too.")}
        {choices("comeBackAfterWeeks", COME_BACK_WEEKS, WEEK, "Once, only to who has no later visit with you; for visits already booked too.")}
      </div>
    </>
  );
}

const WEEK = 10_080;

/** "6 weeks", "3 months", "1 year": a month is a third of thirteen weeks. */
function weeksInWords(weeks: number): string {
  if (weeks % 52 === 0) return weeks === 52 ? "1 year" : `${weeks / 52} years`;
  if (weeks % 13 === 0) return `${(weeks / 13) * 3} months`;
  return leadInWords(weeks * WEEK);
}
