export type StatusTone = "neutral" | "success" | "pending" | "danger" | "info";
