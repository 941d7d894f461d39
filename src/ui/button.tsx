import type { ComponentProps } from "react";
import { buttonClasses, type ButtonLook } from "./button-classes";
import { cn } from "./class-names";
import { Spinner } from "./spinner";

export type ButtonProps = ComponentProps<"button"> &
  ButtonLook & {
    /** Words shown with a spinner while work is under way, such as "Saving…"; clicks are ignored meanwhile. */
    loading?: string | false;
  };

export function Button({ variant, size, wide, loading, className, type, onClick, children, ...rest }: ButtonProps) {
  // A busy button stays focusable, so that keyboard users are not thrown to the top of the page; as a plain button it cannot submit twice.
  return (
    <button
      type={loading ? "button" : (type ?? "button")}
      className={cn(buttonClasses({ variant, size, wide }), className)}
      aria-busy={loading ? true : undefined}
      aria-disabled={loading ? true : undefined}
      onClick={loading ? undefined : onClick}
      {...rest}
    >
      {loading ? (
        <>
          <Spinner />
          {loading}
        </>
      ) : (
        children
      )}
    </button>
  );
}
