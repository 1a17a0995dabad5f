import { RouterProvider } from "@tanstack/react-router";
import { router } from "./routes.tsx";
import { loadViewer } from "./session/loadViewer.ts";
import { SessionProvider } from "./session/session.ts";

export function Admin() {
  return (
    <SessionProvider door="STAFF" load={loadViewer}>
      <RouterProvider router={router} />
    </SessionProvider>
  );
}
