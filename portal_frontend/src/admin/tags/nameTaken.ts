import { ApiError, asApiError } from "../../api/errors.ts";

/** The refusal of a taken name, at the field of the name. */
export function atName(thrown: unknown): ApiError {
  const error = asApiError(thrown);
  if (error.code !== "TAG_NAME_TAKEN") return error;
  return new ApiError(error.code, error.message, [{ field: "name", code: error.code, message: error.message }], error.requestId);
}
