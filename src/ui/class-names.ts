import { clsx } from "clsx";

/** Joins class names. Later classes do not override earlier ones: pass layout (margin, width, grid place) from outside, never looks. */
export const cn = clsx;
