/** From where an e-mail to a patient came, for the delivery log; null when there is nothing particular about it. */
export function mailOrigin({ sender, senderAddress, senderNote, state }: { readonly sender: "SENDGRID" | "GMAIL" | null; readonly senderAddress: string | null; readonly senderNote: string | null; readonly state: string }): string | null {
  if (sender === "SENDGRID") return senderNote;
  if (sender === null || senderAddress === null) return null;
  return state === "SENT" ? `Sent from ${senderAddress} through Google, which does not tell whether it arrived or was opened.` : `From ${senderAddress} through Google.`;
}
