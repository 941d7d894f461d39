import { useMutation, useQueryClient } from "@tanstack/react-query";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { showToast } from "@/ui/toast";
import { mendedInWords } from "./difference-words";

export interface DoctorActions {
  readonly reread: () => void;
  readonly replay: () => void;
  readonly compare: () => void;
  readonly mend: () => void;
  /** What was pressed and is not answered yet. */
  readonly working: "reread" | "replay" | "compare" | "mend" | null;
}

/** The doctor's buttons for one provider. Each asks for background work; the page shows what comes of it. */
export function useDoctorActions(providerId: string): DoctorActions {
  const { syncDoctor } = useTRPC();
  const queryClient = useQueryClient();
  const onError = (failure: unknown) => showToast({ tone: "danger", title: "That did not work", detail: refusalOf(failure).message });
  const onSettled = () => queryClient.invalidateQueries({ queryKey: syncDoctor.health.queryKey() });
  const say = (title: string, detail?: string) => showToast({ tone: "info", title, ...(detail !== undefined && { detail }) });
  const reread = useMutation(syncDoctor.reread.mutationOptions({ onError, onSettled, onSuccess: () => say("Everything is read again", "Nothing is offered meanwhile that was not before.") }));
  const replay = useMutation(syncDoctor.replay.mutationOptions({ onError, onSettled, onSuccess: ({ visits }) => say(visits === 0 ? "Nothing waits to be written" : `${visits === 1 ? "1 visit is" : `${visits} visits are`} tried again`) }));
  const compare = useMutation(syncDoctor.compare.mutationOptions({ onError, onSettled, onSuccess: ({ calendars }) => say(calendars === 0 ? "No calendar is in use" : "Both sides are being compared", "The result shows below in a moment.") }));
  const mend = useMutation(syncDoctor.mend.mutationOptions({ onError, onSettled, onSuccess: ({ differences }) => say(mendedInWords(differences), "Then both sides are compared again.") }));
  const isWorking = { reread: reread.isPending, replay: replay.isPending, compare: compare.isPending, mend: mend.isPending };
  const working = (["reread", "replay", "compare", "mend"] as const).find((name) => isWorking[name]) ?? null;
  return { reread: () => reread.mutate({ providerId }), replay: () => replay.mutate({ providerId }), compare: () => compare.mutate({ providerId }), mend: () => mend.mutate({ providerId }), working };
}
