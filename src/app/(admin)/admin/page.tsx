import { redirect } from "next/navigation";

export default function AdminStartPage() {
  redirect("/admin/health");
}
