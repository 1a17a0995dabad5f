import { expect, test } from "vitest";
import { NO_ANSWER } from "./errors.ts";
import { refusalOf } from "./refusalOf.ts";

test("a refusal outside GraphQL has the same shape", () => {
  const field = { field: "logo", code: "IMAGE_INVALID", message: "Please choose a picture." };
  const body = JSON.stringify({
    errors: [{ message: "Please look.", extensions: { code: "INVALID", requestId: "r1", fields: [field] } }],
  });
  const error = refusalOf(body);
  expect([error.code, error.message, error.requestId]).toEqual(["INVALID", "Please look.", "r1"]);
  expect(error.fields).toEqual([field]);
});

test("a body that is no answer of ours counts as none", () => {
  expect(refusalOf("<html>502</html>").code).toBe(NO_ANSWER);
  expect(refusalOf('{"errors":[]}').code).toBe(NO_ANSWER);
});
