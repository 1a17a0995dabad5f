import type { Plugin } from "vite";

/** In development every path under /admin is answered with the staff page. */
export function adminInDevelopment(): Plugin {
  return {
    name: "admin-in-development",
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = request.url?.split("?")[0] ?? "/";
        if (/^\/admin(\/|$)/.test(path) && !path.includes(".")) request.url = "/admin.html";
        next();
      });
    },
  };
}
