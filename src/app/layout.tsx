import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import "@fontsource-variable/inter/wght.css";
import "./globals.css";
import { ThemeProvider } from "@/ui/theme-provider";
import { ToastOutlet } from "@/ui/toast-outlet";

export const metadata: Metadata = {
  title: { default: "MedBookings", template: "%s · MedBookings" },
  description: "See real free times, book in a minute.",
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fdfcfa" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1416" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <ThemeProvider nonce={nonce}>
          {children}
          <ToastOutlet />
        </ThemeProvider>
      </body>
    </html>
  );
}
