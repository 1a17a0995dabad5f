const KEY = "antesala.account";

/** The account this browser looked at last. */
export const lastAccount = {
  recall: () => localStorage.getItem(KEY),
  remember: (id: string) => localStorage.setItem(KEY, id),
};
