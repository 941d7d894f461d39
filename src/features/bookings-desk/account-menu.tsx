"use client";

import { CircleUser, ExternalLink, LogOut, UserRound } from "lucide-react";
import Link from "next/link";
import { signOut } from "next-auth/react";
import { DropdownMenu, DropdownMenuItem, DropdownMenuLink, DropdownMenuSeparator } from "@/ui/dropdown-menu";
import { IconButton } from "@/ui/icon-button";

type AccountMenuProps = { email: string; publicPath: string | null; hasProfile: boolean };

export function AccountMenu({ email, publicPath, hasProfile }: AccountMenuProps) {
  return (
    <DropdownMenu label="Your account" trigger={<IconButton label="Your account" icon={<CircleUser aria-hidden="true" />} />}>
      <p className="max-w-64 truncate px-2.5 py-1.5 text-sm text-muted">{email}</p>
      <DropdownMenuSeparator />
      {hasProfile && (
        <DropdownMenuLink>
          <Link href="/provider/profile">
            <UserRound aria-hidden="true" />
            Profile
          </Link>
        </DropdownMenuLink>
      )}
      {publicPath !== null && (
        <DropdownMenuLink>
          <Link href={publicPath}>
            <ExternalLink aria-hidden="true" />
            Your public page
          </Link>
        </DropdownMenuLink>
      )}
      <DropdownMenuItem icon={<LogOut aria-hidden="true" />} onSelect={() => void signOut({ callbackUrl: "/" })}>
        Sign out
      </DropdownMenuItem>
    </DropdownMenu>
  );
}
