import type { StatusTone } from "./status-tone";

export type ToastMessage = {
  title: string;
  detail?: string;
  tone?: Extract<StatusTone, "neutral" | "success" | "danger" | "info">;
  /** Such as Undo; the notice then stays 10 s instead of 5. */
  action?: { label: string; onSelect: () => void };
};

type Listener = (message: ToastMessage) => void;

let listener: Listener | null = null;
const waiting: ToastMessage[] = [];

/** Shows a short notice at the edge of the screen. Callable from any client code; the toaster loads at the first call. */
export function showToast(message: ToastMessage): void {
  if (listener) listener(message);
  else waiting.push(message);
}

/** Connects the one outlet, hands it what is waiting, and returns how to disconnect it. */
export function connectToasts(receive: Listener): () => void {
  listener = receive;
  for (const message of waiting.splice(0)) receive(message);
  return () => {
    listener = null;
  };
}
