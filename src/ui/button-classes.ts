import { cva, type VariantProps } from "class-variance-authority";

/** The look of a button, for links that act like one. At least 44 px high on touch screens. */
export const buttonClasses = cva(
  [
    "inline-flex items-center justify-center gap-2 rounded-lg border text-center font-medium select-none",
    "transition-colors aria-disabled:cursor-not-allowed not-aria-busy:aria-disabled:opacity-55 disabled:cursor-not-allowed disabled:opacity-55",
    "pointer-coarse:min-h-11 [&_.lucide]:size-4",
  ],
  {
    variants: {
      variant: {
        primary: "border-transparent bg-primary text-on-primary hover:bg-primary-hover",
        secondary: "border-line bg-raised text-ink hover:bg-sunken dark:hover:bg-line",
        quiet: "border-transparent bg-transparent text-ink hover:bg-sunken dark:hover:bg-raised",
        danger: "border-transparent bg-danger text-on-danger hover:bg-danger-hover",
      },
      size: {
        sm: "min-h-8 px-3 py-1 text-sm",
        md: "min-h-10 px-4 py-2 text-base",
        lg: "min-h-12 px-5 py-2.5 text-lg",
      },
      wide: { true: "w-full", false: "" },
    },
    defaultVariants: { variant: "secondary", size: "md", wide: false },
  },
);

export type ButtonLook = VariantProps<typeof buttonClasses>;
