import type { BookingView } from "@/application/booking/booking-schemas";

/** The clinic's policy in a sentence, and its phone once nothing can be done here any more. */
export function PolicyNote({ booking, canMove }: { booking: BookingView; canMove: boolean }) {
  const { cancellation, rescheduling } = booking;
  const { phone, phoneText } = booking.location ?? booking.provider;
  const isSame = cancellation.until === rescheduling.until && cancellation.isAllowed === rescheduling.isAllowed;
  const needsPhone = !cancellation.isAllowed || !canMove;
  return (
    <div className="mt-1 text-muted">
      {isSame ? <p>{cancellation.sentence.replace("cancel this appointment", "move or cancel this appointment")}</p> : <p>{`${rescheduling.sentence} ${cancellation.sentence}`}</p>}
      {rescheduling.isAllowed && !canMove && <p>This kind of visit is not offered online any more, so the clinic moves it for you.</p>}
      {needsPhone && phone && (
        <p className="mt-1">
          The clinic:{" "}
          <a href={`tel:${phone}`} className="text-link inline-flex min-h-6 items-center pointer-coarse:min-h-11">
            {phoneText}
          </a>
        </p>
      )}
    </div>
  );
}
