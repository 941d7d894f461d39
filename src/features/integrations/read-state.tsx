import { refusalOf } from "@/features/api/refusal";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { Skeleton } from "@/ui/skeleton";

type ReadStateProps = { query: { readonly data: unknown; readonly error: unknown; readonly refetch: () => unknown }; /** Says what could not be read. */ failedTitle: string; /** Of what is awaited. */ height: string };

/** In place of what is not known yet: that it is being read, or why it could not be. Nothing once it is known. */
export function ReadState({ query: { data, error, refetch }, failedTitle, height }: ReadStateProps) {
  if (data !== undefined) return null;
  if (!error) return <Skeleton className={height} />;
  return (
    <Alert tone="danger" title={failedTitle} action={<Button size="sm" onClick={() => void refetch()}>Try again</Button>}>
      {refusalOf(error).message}
    </Alert>
  );
}
