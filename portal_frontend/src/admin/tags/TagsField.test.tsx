import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactNode, useState } from "react";
import { Client, fetchExchange, Provider } from "urql";
import { expect, test, vi } from "vitest";
import { LanguageProvider } from "../../i18n/LanguageProvider.tsx";
import { show } from "../../lib/testing/show.tsx";
import type { ColleagueFragment, Permission, TagLookFragment } from "../generated/graphql";
import { SessionProvider, useSession } from "../session/session.ts";
import { TagsField } from "./TagsField.tsx";

interface Asked {
  query: string;
  variables: { input?: { name: string; color: string } };
}

const tag = (id: string, name: string): TagLookFragment => ({ id, name, color: "BLUE" });
const THERE = [tag("tag_1", "VIP"), tag("tag_2", "Éxito fiscal")];

function Inside({ children }: { children: ReactNode }) {
  return useSession().viewer ? children : null;
}

/** A field over an API that has two tags, and answers a new one as told. */
async function field(can: Permission[], made: unknown = { data: { createTag: { tag: { ...tag("tag_3", "New"), accountCount: 0, version: 1 } } } }) {
  const asked: Asked[] = [];
  const fetch = vi.fn(async (_url: unknown, init?: RequestInit) => {
    const question = JSON.parse(String(init?.body)) as Asked;
    asked.push(question);
    const answer = question.variables.input ? made : { data: { tags: { nodes: THERE } } };
    return new Response(JSON.stringify(answer), { headers: { "Content-Type": "application/json" } });
  });
  const client = new Client({ url: "/graphql", exchanges: [fetchExchange], preferGetMethod: false, fetch });
  const load = async () => ({ can }) as ColleagueFragment;
  const changed = vi.fn();
  function Form() {
    const [ids, setIds] = useState<string[]>([]);
    const onChange = (next: string[]) => {
      changed(next);
      setIds(next);
    };
    return <TagsField label="Tags" value={ids} onChange={onChange} creates />;
  }
  show(
    <LanguageProvider loadFace={async () => ({ messages: {} })}>
      <SessionProvider door="STAFF" load={load}>
        <Provider value={client}>
          <Inside>
            <Form />
          </Inside>
        </Provider>
      </SessionProvider>
    </LanguageProvider>,
  );
  const input = await screen.findByRole("combobox", { name: "Tags" });
  return { input, asked, user: userEvent.setup(), changed };
}

const MANAGES: Permission[] = ["MANAGE_ACCOUNTS"];

test("a tag is found without accents and chosen", async () => {
  const { input, user, changed } = await field(MANAGES);
  await user.type(input, "exito");
  await user.click(await screen.findByRole("option", { name: "Éxito fiscal" }));
  expect(changed).toHaveBeenCalledWith(["tag_2"]);
});

// TEAM-8
test("a name that is none yet becomes a tag on the spot", async () => {
  const { input, user, asked, changed } = await field(MANAGES);
  await user.type(input, " New ");
  await user.click(await screen.findByRole("option", { name: "Create “New”" }));
  await waitFor(() => expect(changed).toHaveBeenCalledWith(["tag_3"]));
  expect(asked.flatMap(({ variables }) => variables.input ?? [])).toEqual([{ name: "New", color: "RED" }]);
  expect(screen.getByText("New")).toBeTruthy();
});

test("a name that is there already is not offered again, whatever its case", async () => {
  const { input, user } = await field(MANAGES);
  await user.type(input, "vip");
  expect(await screen.findByRole("option", { name: "VIP" })).toBeTruthy();
  expect(screen.queryByRole("option", { name: /Create/u })).toBeNull();
});

test("a refused name is said, and nothing is chosen", async () => {
  const refusal = { errors: [{ message: "This name is taken.", extensions: { code: "TAG_NAME_TAKEN" } }] };
  const { input, user, asked, changed } = await field(MANAGES, refusal);
  await user.type(input, "New");
  await user.click(await screen.findByRole("option", { name: "Create “New”" }));
  await waitFor(() => expect(asked.some(({ variables }) => variables.input)).toBe(true));
  expect(changed).not.toHaveBeenCalled();
});

// TEAM-2
test("who may not make tags is not offered it", async () => {
  const { input, user } = await field(["VIEW_ACCOUNTS"]);
  await user.type(input, "New");
  expect(await screen.findByText("No such tag")).toBeTruthy();
  expect(screen.queryByRole("option", { name: /Create/u })).toBeNull();
});
