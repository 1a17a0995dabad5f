import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { ApiError, asApiError, UNAUTHENTICATED } from "../../api/errors.ts";
import { useReauthenticate } from "../../api/reauthenticate.ts";
import { useSend } from "../../api/useSend.ts";
import { tell } from "../../ui/tell.tsx";
import { RemoveLogoMutation, FirmQuery } from "./documents.ts";
import { LOGO_BYTES, LOGO_TYPES, putLogo } from "./putLogo.ts";
import { useShowFirm } from "./useShowFirm.ts";
import { useClient } from "urql";

/** Uploads and removes the logo; `share` is how much of an upload has gone out. */
export function useLogo(reload: () => void) {
  const { t } = useLingui();
  const send = useSend();
  const client = useClient();
  const reauthenticate = useReauthenticate();
  const show = useShowFirm();
  const [share, setShare] = useState<number | null>(null);
  const [failure, setFailure] = useState<ApiError | null>(null);

  const attempt = async (move: () => Promise<void>) => {
    setFailure(null);
    try {
      await move();
    } catch (thrown) {
      setFailure(asApiError(thrown));
    } finally {
      setShare(null);
    }
  };
  const put = async (file: File) => {
    try {
      await putLogo(file, setShare);
    } catch (thrown) {
      const ended = thrown instanceof ApiError && thrown.code === UNAUTHENTICATED;
      if (!ended || !reauthenticate || !(await reauthenticate())) throw thrown;
      await putLogo(file, setShare);
    }
  };

  return {
    share,
    failure,
    upload: (file: File) =>
      attempt(async () => {
        if (!LOGO_TYPES.includes(file.type)) {
          throw new ApiError("IMAGE_INVALID", t`Please choose a PNG, JPEG or WebP picture.`);
        }
        if (file.size > LOGO_BYTES) {
          throw new ApiError("IMAGE_TOO_LARGE", t`This picture is larger than 1 MB. Please choose a smaller one.`);
        }
        setShare(0);
        await put(file);
        const { data } = await client.query(FirmQuery, {}, { requestPolicy: "network-only" }).toPromise();
        if (data) show(data.firm);
        tell(t`The logo is in place.`);
      }),
    remove: () =>
      attempt(async () => {
        const { removeLogo } = await send(RemoveLogoMutation, {});
        show(removeLogo.firm);
        reload();
        tell(t`The logo is gone; the firm's name stands in its place.`);
      }),
  };
}
