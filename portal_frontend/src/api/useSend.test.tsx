import { parse } from "graphql";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { Client, fetchExchange, Provider } from "urql";
import { expect, test } from "vitest";
import { show } from "../lib/testing/show.tsx";
import { asApiError } from "./errors.ts";
import { ReauthenticateContext } from "./reauthenticate.ts";
import { useSend } from "./useSend.ts";

const document = parse("mutation Save { save { done } }");
const refused = { errors: [{ message: "Please sign in.", extensions: { code: "UNAUTHENTICATED" } }] };
const done = { data: { save: { done: true } } };

function SaveButton() {
  const send = useSend();
  const [outcome, setOutcome] = useState("");
  const save = () => send(document, {}).then(() => setOutcome("saved"), (thrown) => setOutcome(asApiError(thrown).code));
  return (
    <>
      <button type="button" onClick={() => void save()}>
        Save
      </button>
      <output>{outcome}</output>
    </>
  );
}

function clientThatAnswers(...answers: unknown[]) {
  const fetch = () => Promise.resolve(Response.json(answers.shift(), { status: 200 }));
  return new Client({ url: "http://localhost/graphql", exchanges: [fetchExchange], fetch, preferGetMethod: false });
}

test("an ended session asks for the password in place and sends once more", async () => {
  const user = userEvent.setup();
  let asked = 0;
  const again = () => {
    asked += 1;
    return Promise.resolve(true);
  };
  show(
    <Provider value={clientThatAnswers(refused, done)}>
      <ReauthenticateContext value={again}>
        <SaveButton />
      </ReauthenticateContext>
    </Provider>,
  );
  await user.click(screen.getByRole("button"));
  expect(await screen.findByText("saved")).toBeTruthy();
  expect(asked).toBe(1);
});

test("somebody who declines gets the refusal, and nothing is sent again", async () => {
  const user = userEvent.setup();
  show(
    <Provider value={clientThatAnswers(refused, done)}>
      <ReauthenticateContext value={() => Promise.resolve(false)}>
        <SaveButton />
      </ReauthenticateContext>
    </Provider>,
  );
  await user.click(screen.getByRole("button"));
  expect(await screen.findByText("UNAUTHENTICATED")).toBeTruthy();
});
