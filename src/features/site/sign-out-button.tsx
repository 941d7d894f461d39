"use client";

import { useState } from "react";
import { Button } from "@/ui/button";

export function SignOutButton() {
  const [isLeaving, setIsLeaving] = useState(false);
  async function leave() {
    setIsLeaving(true);
    const { signOut } = await import("next-auth/react");
    await signOut({ callbackUrl: "/" });
  }
  return (
    <Button variant="quiet" size="sm" loading={isLeaving && "Signing out…"} onClick={leave}>
      Sign out
    </Button>
  );
}
