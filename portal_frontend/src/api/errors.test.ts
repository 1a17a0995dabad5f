import { CombinedError } from "urql";
import { expect, test } from "vitest";
import { ApiError, asApiError, NO_ANSWER, toApiError } from "./errors.ts";

test("a refusal keeps its code, fields and request id", () => {
  const fields = [{ field: "contacts.0.email", code: "EMAIL_INVALID", message: "This is not an e-mail address." }];
  const error = toApiError(
    new CombinedError({
      graphQLErrors: [{ message: "Please check.", extensions: { code: "INVALID", requestId: "r1", fields } }],
    }),
  );
  expect(error.code).toBe("INVALID");
  expect(error.message).toBe("Please check.");
  expect(error.requestId).toBe("r1");
  expect(error.fields).toEqual(fields);
});

test("no answer at all is told apart from a refusal", () => {
  expect(toApiError(new CombinedError({ networkError: new Error("failed") })).code).toBe(NO_ANSWER);
});

test("malformed fields are left out, a field without a sentence shows its code", () => {
  const fields = [null, 7, { field: "name" }, { field: "name", code: "REQUIRED" }];
  const error = toApiError(new CombinedError({ graphQLErrors: [{ message: "x", extensions: { fields } }] }));
  expect(error.fields).toEqual([{ field: "name", code: "REQUIRED", message: "REQUIRED" }]);
  expect(error.code).toBe("INTERNAL");
});

test("a mistake of our own never shows its text", () => {
  expect(asApiError(new TypeError("x is undefined")).message).toBe("");
  const own = new ApiError("CONFLICT", "Somebody was faster.");
  expect(asApiError(own)).toBe(own);
});
