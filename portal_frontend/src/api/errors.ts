import type { CombinedError } from "urql";

export interface FieldProblem {
  /** Path of the input field, such as `contacts.0.email`. */
  field: string;
  code: string;
  message: string;
}

/** Codes the client makes itself, beside those of the API. */
export const NO_ANSWER = "NO_ANSWER";
export const UNAUTHENTICATED = "UNAUTHENTICATED";
export const NOT_FOUND = "NOT_FOUND";
export const UNAVAILABLE = "UNAVAILABLE";
const UNKNOWN = "INTERNAL";

/** A refusal of the API, or the lack of an answer, in one shape. */
export class ApiError extends Error {
  override name = "ApiError";
  readonly code: string;
  readonly fields: readonly FieldProblem[];
  readonly requestId: string | null;

  constructor(code: string, message: string, fields: readonly FieldProblem[] = [], requestId: string | null = null) {
    super(message);
    this.code = code;
    this.fields = fields;
    this.requestId = requestId;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const textOf = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

function problemsOf(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).flatMap((entry) => {
    const field = textOf(entry.field);
    const code = textOf(entry.code);
    return field && code ? [{ field, code, message: textOf(entry.message) ?? code }] : [];
  });
}

export function toApiError(error: CombinedError): ApiError {
  const [first] = error.graphQLErrors;
  if (!first) return new ApiError(NO_ANSWER, error.message);
  const { code, fields, requestId } = first.extensions;
  return new ApiError(textOf(code) ?? UNKNOWN, first.message, problemsOf(fields), textOf(requestId));
}

/** Whether the next try may well succeed, without anybody doing anything. */
export const isPassing = ({ code }: ApiError) => code === NO_ANSWER || code === UNAVAILABLE;

/** Whatever was thrown, as an ApiError; a mistake of our own keeps its message out of sight. */
export function asApiError(thrown: unknown): ApiError {
  return thrown instanceof ApiError ? thrown : new ApiError(UNKNOWN, "");
}
