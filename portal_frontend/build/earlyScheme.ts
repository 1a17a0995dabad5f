import type { Plugin } from "vite";

const script = `(function(){var s;try{s=localStorage.getItem("antesala.scheme")}catch(e){}
if(s!=="light"&&s!=="dark")s=matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light";
document.documentElement.setAttribute("data-mantine-color-scheme",s)})();`;

/** Chooses light or dark before the first paint, from a file of its own because inline scripts are refused. */
export function earlyScheme(): Plugin {
  let reference = "";
  return {
    name: "early-scheme",
    apply: "build",
    buildStart() {
      reference = this.emitFile({ type: "asset", name: "scheme.js", source: script });
    },
    transformIndexHtml: {
      order: "post",
      handler(_html, context) {
        const file = Object.keys(context.bundle ?? {}).find((name) => /scheme-[\w-]+\.js$/.test(name));
        if (!file) throw new Error(`the early scheme script ${reference} is missing from the bundle`);
        return [{ tag: "script", attrs: { src: `/${file}` }, injectTo: "head-prepend" }];
      },
    },
  };
}
