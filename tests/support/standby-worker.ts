import "@/server/worker/start-worker";
import "@/server/container";

// The worker program, loaded already: it begins to work when its input ends.
process.stdin.resume().once("end", () => void import("@/server/worker/main"));
