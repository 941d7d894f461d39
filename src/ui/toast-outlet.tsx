"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { connectToasts, type ToastMessage } from "./toast";

const Toaster = lazy(() => import("./toaster"));

/** Put once in the root layout. Loads the toaster only when there is something to show, which keeps it off public pages. */
export function ToastOutlet() {
  const [messages, setMessages] = useState<readonly ToastMessage[]>([]);
  useEffect(() => connectToasts((message) => setMessages((earlier) => [...earlier, message])), []);
  if (messages.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <Toaster messages={messages} />
    </Suspense>
  );
}
