import { CombinedError } from "urql";
import { type ApiError, toApiError } from "./errors.ts";

/** The refusal in the body of an answer that did not come through the GraphQL client. */
export function refusalOf(body: string): ApiError {
  return toApiError(new CombinedError({ graphQLErrors: errorsIn(body) }));
}

function errorsIn(body: string): { message: string; extensions?: Record<string, unknown> }[] {
  try {
    const answer: unknown = JSON.parse(body);
    if (typeof answer !== "object" || answer === null || !("errors" in answer) || !Array.isArray(answer.errors)) return [];
    return answer.errors as { message: string; extensions?: Record<string, unknown> }[];
  } catch {
    return [];
  }
}
