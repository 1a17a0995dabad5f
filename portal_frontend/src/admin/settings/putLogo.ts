import { i18n } from "@lingui/core";
import { ApiError, NO_ANSWER } from "../../api/errors.ts";
import { refusalOf } from "../../api/refusalOf.ts";

/** What the server takes. */
export const LOGO_TYPES = ["image/png", "image/jpeg", "image/webp"];
export const LOGO_BYTES = 1024 * 1024;

/** Sends a picture as the firm's logo, telling how much of it has gone out (0 to 1). */
export function putLogo(file: Blob, onProgress: (share: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", "/firm/logo");
    request.setRequestHeader("Antesala-Door", "STAFF");
    request.setRequestHeader("Accept-Language", i18n.locale);
    request.setRequestHeader("Content-Type", file.type);
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener("load", () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(refusalOf(request.responseText));
    });
    request.addEventListener("error", () => reject(new ApiError(NO_ANSWER, "")));
    request.addEventListener("timeout", () => reject(new ApiError(NO_ANSWER, "")));
    request.timeout = 60_000;
    request.send(file);
  });
}
