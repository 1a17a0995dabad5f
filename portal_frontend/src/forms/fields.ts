import type { GetInputPropsReturnType } from "@mantine/form";

/** The props of the input at a path: `form.field` of any form, for groups of fields that several forms share. */
export type FieldOf = (path: string, options?: { type?: "input" | "checkbox" }) => GetInputPropsReturnType;
